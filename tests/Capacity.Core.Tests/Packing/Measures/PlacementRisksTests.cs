using Capacity.Core.Cluster;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Packing.Measures;

public sealed class PlacementRisksTests
{
    private static readonly ResourceVector Small = Generate.Vector(1, 1024);
    private static readonly Agent[] Hosts = [Named("a", "east", "r1"), Named("b", "east", "r1"), Named("c", "east", "r2"), Named("d", "west", "r3")];

    [Fact]
    public void Find_BothMirrorsOnAHost_IsARiskOfHostRackAndZone() =>
        Assert.Equal([DomainLevel.Host, DomainLevel.Rack, DomainLevel.Zone], Find(Stateful, "a", "a").Select(r => r.Level));

    [Fact]
    public void Find_MirrorsInOneRack_IsARiskOfRackAndZone() =>
        Assert.Equal([(DomainLevel.Rack, "r1", 2), (DomainLevel.Zone, "east", 2)], Find(Stateful, "a", "b").Select(r => (r.Level, r.Domain, r.There)));

    [Fact]
    public void Find_MirrorsInTwoZones_IsNone() => Assert.Empty(Find(Stateful, "a", "d"));

    [Fact]
    public void Find_MajorityInAZone_IsARisk() =>
        Assert.Equal([(DomainLevel.Zone, "east", 2)], Find(Stateful, "a", "c", "d").Select(r => (r.Level, r.Domain, r.Quorum)));

    [Fact]
    public void Find_QuorumByLabel_IsTakenFromIt() =>
        Assert.Empty(Find(Stateful with { Labels = new Dictionary<string, string> { ["quorum"] = "1" } }, "a", "c", "d"));

    [Fact]
    public void Find_AppWithoutData_IsNone() => Assert.Empty(Find(Snapshots.App("/db", Small, 2), "a", "a"));

    private static MarathonApp Stateful { get; } = Snapshots.App("/db", Small, 2) with { IsResident = true };

    private static Agent Named(string host, string zone, string rack) => Agents.Named(host, Generate.Vector(8, 32768)).In(zone, rack);

    private static IReadOnlyList<PlacementRisk> Find(MarathonApp app, params string[] hosts) =>
        PlacementRisks.Find(Snapshots.Of(Hosts, hosts.CountBy(h => h).SelectMany(h => Snapshots.Run("/db", h.Key, Small, h.Value)), app));
}
