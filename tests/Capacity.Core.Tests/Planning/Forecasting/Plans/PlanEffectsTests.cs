using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Plans;
using Capacity.Core.Planning.Forecasting.RunningOut;

namespace Capacity.Core.Tests.Planning.Forecasting.Plans;

public sealed class PlanEffectsTests
{
    private static readonly CutShares Shares = new(new Dictionary<DemandCut, double>
    {
        [DemandCut.Cluster] = 100, [DemandCut.Zone("east")] = 60, [DemandCut.Zone("west")] = 40, [DemandCut.Team("shop")] = 10,
    });

    [Fact]
    public void Of_GrowthOfAZone_IsItsPartOfTheCluster()
    {
        var growth = Demand(5) with { GrowthRatio = 0.5, Cut = DemandCut.Zone("east") };

        // The course is 100 + day, of which 60 % are in the east.
        Assert.Equal(new PlannedChange("more", PlannedKind.Demand, 5, 0.5 * 105 * 0.6), Assert.Single(PlanEffects.Of([growth], Ground(DemandCut.Cluster))));
        Assert.Equal(0.5 * 105, Assert.Single(PlanEffects.Of([growth], Ground(DemandCut.Zone("east")))).Amount);
        Assert.Empty(PlanEffects.Of([growth], Ground(DemandCut.Zone("west"))));
    }

    [Fact]
    public void Of_Amount_IsSharedOutAmongZones()
    {
        var amount = Demand(3) with { Amounts = new(20, null, null, null) };

        Assert.Equal(20, Assert.Single(PlanEffects.Of([amount], Ground(DemandCut.Cluster))).Amount);
        Assert.Equal(12, Assert.Single(PlanEffects.Of([amount], Ground(DemandCut.Zone("east")))).Amount);
        Assert.Empty(PlanEffects.Of([amount], Ground(DemandCut.Cluster) with { Key = new(DemandCut.Cluster, DemandResource.Memory, DemandKind.Allocated) }));
    }

    [Fact]
    public void Of_MachinesAndRightSizing_AreCapacityAndLessDemand()
    {
        var machines = Demand(2) with { Kind = PlannedEventKind.Machines, Machines = 3, Shape = Generate.Vector(8, 8192) };
        var sizing = Demand(4) with { Kind = PlannedEventKind.RightSizing };

        var changes = PlanEffects.Of([machines, sizing], Ground(DemandCut.Cluster) with { RightSizing = 15 });

        Assert.Equal([new("more", PlannedKind.Capacity, 2, 21), new PlannedChange("more", PlannedKind.Demand, 4, -15)], changes);
    }

    [Fact]
    public void Of_EventsOfThePastOrBeyond_ChangeNothing() =>
        Assert.Empty(PlanEffects.Of([Demand(-1) with { GrowthRatio = 1 }, Demand(30) with { GrowthRatio = 1 }], Ground(DemandCut.Cluster)));

    [Fact]
    public void Of_CutsThatCross_ShareEvenly() => Assert.Equal((0.6, 0.1, 1.0, 0.0), (
        Shares.Of(DemandCut.Team("shop"), DemandCut.Zone("east")),
        Shares.Of(DemandCut.Zone("west"), DemandCut.Team("shop")),
        Shares.Of(DemandCut.Team("shop"), DemandCut.Cluster),
        Shares.Of(DemandCut.Zone("east"), DemandCut.Zone("west"))));

    private static PlannedEvent Demand(int day) => new()
    {
        Name = "more", Kind = PlannedEventKind.Demand, Date = DateOnly.FromDateTime(Agents.Noon.UtcDateTime).AddDays(day),
    };

    private static PlanGround Ground(DemandCut cut) => new()
    {
        Key = new(cut, DemandResource.Cpus, DemandKind.Allocated),
        Start = new(Agents.Noon.UtcDateTime.Date, TimeSpan.Zero),
        Step = TimeSpan.FromDays(1),
        Course = [.. Enumerable.Range(0, 30).Select(d => 100.0 + d)],
        Shares = Shares,
        MachineAmount = e => e.Shape.Cpus.Cores - 1,
    };
}
