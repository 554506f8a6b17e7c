using Capacity.Mesos.Wire;

namespace Capacity.Mesos.Masters;

/// <summary>The answer to <c>/slaves</c>.</summary>
internal sealed class SlavesJson
{
    public List<SlaveJson?>? Slaves { get; set; }

    /// <summary>Gets or sets the agents that the present leader still waits for. They have neither resources nor a pid.</summary>
    public List<SlaveJson?>? RecoveredSlaves { get; set; }

    internal sealed class SlaveJson
    {
        public string? Id { get; set; }

        public string? Hostname { get; set; }

        public double? Port { get; set; }

        public string? Pid { get; set; }

        public Dictionary<string, string>? Attributes { get; set; }

        public DomainJson? Domain { get; set; }

        public double? RegisteredTime { get; set; }

        public double? ReregisteredTime { get; set; }

        public ResourcesJson? Resources { get; set; }

        public ResourcesJson? UsedResources { get; set; }

        public ResourcesJson? OfferedResources { get; set; }

        public ResourcesJson? UnreservedResources { get; set; }

        public Dictionary<string, ResourcesJson?>? ReservedResources { get; set; }

        public List<ResourceJson?>? UsedResourcesFull { get; set; }

        public bool? Active { get; set; }

        public bool? Deactivated { get; set; }

        public DrainInfoJson? DrainInfo { get; set; }

        public string? Version { get; set; }
    }

    internal sealed class DrainInfoJson
    {
        public string? State { get; set; }
    }
}
