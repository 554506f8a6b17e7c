using Capacity.Core.Cluster;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Planning.Forecasting.Limits;

public sealed class EffectiveCapacityTests
{
    private static readonly Gen<ClusterSnapshot> Any = Gen.Select(Gen.Int[2, 6], Gen.Int[1, 40].Array[1, 25]).Select((agents, sizes) => Snapshots.Of(
        Enumerable.Range(0, agents).Select(i => Agents.Named($"a{i}", Generate.Vector(8 << (i % 2), 32768)).In($"z{i % 2}")),
        sizes.Take(8 * agents).SelectMany((s, i) => Snapshots.Run($"/app{s % 5}", $"a{i % agents}", Generate.Vector(s * 0.025, s * 100)))));

    [Fact]
    public void Of_Any_IsBetweenNothingAndEverything_AndZonesAddUp() => Any.Holds(snapshot =>
    {
        var levels = Measure(snapshot);
        Assert.All(levels.Values, l =>
        {
            Assert.InRange(l.Effective, 0, l.Placeable);
            Assert.InRange(l.Placeable, l.Allocated - (1e-6 * l.Total), l.Total * (1 + 1e-9));
        });
        foreach (var resource in new[] { DemandResource.Cpus, DemandResource.Memory })
        {
            var zones = levels.Where(l => l.Key.Cut.Level == CutLevel.Zone && l.Key.Resource == resource).Select(l => l.Value).ToList();
            var whole = levels[(DemandCut.Cluster, resource)];
            Assert.Equal(whole.Placeable, zones.Sum(z => z.Placeable), whole.Total * 1e-6);
            Assert.Equal(whole.ZoneReserve, zones.Sum(z => z.ZoneReserve), whole.Total * 1e-6);
        }
    });

    [Fact]
    public void Of_ThreeEqualZones_KeepsOneOfThem()
    {
        // One core of each three is in use: after a loss of a zone there is room for twice as much as is in use.
        var levels = Measure(Cluster(zones: 3, agentsEach: 4, coresInUse: 1, appInstances: 12, overCapacity: 0));
        var cpus = levels[(DemandCut.Cluster, DemandResource.Cpus)];

        Assert.Equal(96, cpus.Total);
        Assert.InRange(cpus.Placeable, 88, 96);
        Assert.InRange(cpus.ZoneReserve, 26, 38);
        Assert.InRange(cpus.Effective, 54, 66);
    }

    [Fact]
    public void Of_OneZone_KeepsNothingForItsLoss_ButForTheUpgrade()
    {
        var levels = Measure(Cluster(zones: 1, agentsEach: 4, coresInUse: 1, appInstances: 4, overCapacity: 0.5));
        var cpus = levels[(DemandCut.Cluster, DemandResource.Cpus)];

        Assert.Equal(0, cpus.ZoneReserve);
        Assert.Equal(2, cpus.UpgradeSurge);
        Assert.Equal(cpus.Placeable - 2, cpus.Effective, 9);
    }

    [Fact]
    public void Of_TwoFullZones_HasLessThanIsAllocated()
    {
        var cpus = Measure(Cluster(zones: 2, agentsEach: 2, coresInUse: 7, appInstances: 28, overCapacity: 0))[(DemandCut.Cluster, DemandResource.Cpus)];

        Assert.True(cpus.Effective < cpus.Allocated, $"{cpus}");
    }

    [Fact]
    public void Of_ReservedRole_HasWhatIsKeptForIt()
    {
        var kept = new Reservation("prod", Generate.Vector(4, 4096), default);
        var levels = Measure(Snapshots.Of([Agents.Named("a", Generate.Vector(8, 8192), reservations: kept)], Snapshots.Run("/web", "a", Generate.Vector(1, 1024))));

        Assert.Equal(4, levels[(DemandCut.Role("prod"), DemandResource.Cpus)].Total);
        Assert.Equal(4, levels[(DemandCut.Role("*"), DemandResource.Cpus)].Total);
    }

    private static ClusterSnapshot Cluster(int zones, int agentsEach, int coresInUse, int appInstances, double overCapacity)
    {
        var each = Generate.Vector(1, 1024);
        var agents = Enumerable.Range(0, zones * agentsEach).Select(i => Agents.Named($"a{i}", Generate.Vector(8, 8192)).In($"z{i % zones}")).ToList();
        return Snapshots.Of(
            agents,
            agents.SelectMany((a, i) => Snapshots.Run("/web", $"a{i}", each, coresInUse)),
            Snapshots.App("/web", each, appInstances) with { MaximumOverCapacityRatio = overCapacity });
    }

    private static IReadOnlyDictionary<(DemandCut Cut, DemandResource Resource), CapacityLevels> Measure(ClusterSnapshot snapshot) =>
        EffectiveCapacity.Of(PackingMeasures.Measure(snapshot, null, TestContext.Current.CancellationToken), snapshot);
}
