using Capacity.Core.Cluster;

namespace Capacity.Mesos.Wire;

internal sealed class DomainJson
{
    public FaultDomainJson? FaultDomain { get; set; }

    public FaultDomain? ToDomain() => FaultDomain is { Region.Name: { } region, Zone.Name: { } zone } ? new(region, zone) : null;

    internal sealed class FaultDomainJson
    {
        public NameJson? Region { get; set; }

        public NameJson? Zone { get; set; }
    }

    internal sealed class NameJson
    {
        public string? Name { get; set; }
    }
}
