using Capacity.Core.Cluster;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Measures;

public sealed class PartMeasuresTests
{
    private static readonly ResourceVector Size = Generate.Vector(8, 32768);
    private static readonly ResourceVector Each = Generate.Vector(1, 4096);

    private static readonly Gen<ClusterSnapshot> Any = Gen.Select(Gen.Int[2, 6], Gen.Int[1, 40].Array[1, 25]).Select((agents, sizes) => Snapshots.Of(
        Enumerable.Range(0, agents).Select(i => Agents.Named($"a{i}", Size).In($"z{i % 2}")),
        sizes.Take(8 * agents).SelectMany((s, i) => Snapshots.Run($"/app{s % 5}", $"a{i % agents}", Generate.Vector(s * 0.025, s * 100)))));

    [Fact]
    public void Measure_TwoZones_EachIsPackedOnItsOwn()
    {
        var report = Measure(Snapshots.Of(
            [Agents.Named("a", Size).In("east"), Agents.Named("b", Size).In("east"), Agents.Named("c", Size).In("west")],
            [.. Snapshots.Run("/web", "a", Each, 4), .. Snapshots.Run("/web", "b", Each, 4), .. Snapshots.Run("/web", "c", Each, 8)]));

        Assert.Equal([("east", 1, 1.0), ("west", 1, 0.0)], report.Zones.Select(z => (z.Name!, z.Alone!.Compaction.NeededAgents!.Value, Math.Round(z.Alone.Headroom.Ratio, 9))));
        Assert.Equal([new BinPackingEfficiency(2, 1, 1), new BinPackingEfficiency(1, 1, 1)], report.Zones.Select(z => z.Alone!.Efficiency));
    }

    [Fact]
    public void Measure_AppSpreadOverZones_StillGrowsWithinOne()
    {
        var report = Measure(Snapshots.Of(
            [Agents.Named("a", Size).In("east"), Agents.Named("b", Size).In("west")],
            [.. Snapshots.Run("/web", "a", Each, 2), .. Snapshots.Run("/web", "b", Each, 2)],
            Snapshots.App("/web", Each, 4, ["zone", "GROUP_BY", "2"])));

        Assert.All(report.Zones, z => Assert.Equal(3, z.Alone!.Headroom.Ratio, 1e-9));
    }

    [Fact]
    public void Measure_OneInstancePerHost_StaysSoInAZoneOfOneAgent()
    {
        var report = Measure(Snapshots.Of(
            [Agents.Named("a", Size).In("east"), Agents.Named("b", Size).In("west")],
            [.. Snapshots.Run("/web", "a", Each), .. Snapshots.Run("/web", "b", Each)],
            Snapshots.App("/web", Each, 2, ["hostname", "UNIQUE"])));

        Assert.All(report.Zones, z => Assert.Equal(7, z.Alone!.Headroom.Ratio, 1e-9));
        Assert.Equal(7, report.Headroom.Ratio, 1e-9);
    }

    [Fact]
    public void Measure_OneZoneAndOneRole_HaveNothingOfTheirOwn()
    {
        var report = Measure(Snapshots.Of([Agents.Named("a", Size).In("east")], Snapshots.Run("/web", "a", Each, 2)));

        Assert.All(report.Zones.Concat(report.Roles), p => Assert.Null(p.Alone));
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    [InlineData(-1, true)]
    public void Measure_ReportBefore_IsGoodForAQuarterOfAnHour(int minutes, bool anew)
    {
        IEnumerable<Agent> agents = [Agents.Named("a", Size).In("east"), Agents.Named("b", Size).In("west")];
        var before = Measure(Snapshots.Of(agents, Snapshots.Run("/web", "a", Each, 2)));
        var now = Snapshots.Of(agents, Snapshots.Run("/web", "a", Each, 4)) with { TakenAt = before.At.AddMinutes(minutes) };

        var east = PackingMeasures.Measure(now, before, null, TestContext.Current.CancellationToken).Zones[0];

        Assert.Equal((anew ? now.TakenAt : before.At, anew ? 1.0 : 3.0), (east.Alone!.At, Math.Round(east.Alone.Headroom.Ratio, 9)));
        Assert.Equal(4, east.Containers);
    }

    [Fact]
    public void Measure_Role_IsPackedOnWhatIsKeptForIt()
    {
        var kept = Generate.Vector(4, 16384);
        var busy = Agents.Named("a", Size, Generate.Vector(3, 12288), reservations: new Reservation("prod", kept, Generate.Vector(1, 4096)));
        var idle = Agents.Named("b", Size, Each, reservations: new Reservation("prod", kept, Each));

        var report = Measure(Snapshots.Of(
            [busy, idle],
            [.. Snapshots.Run("/any", "a", Each, 2), .. Snapshots.Run("/web", "a", Each, role: "prod"), .. Snapshots.Run("/web", "b", Each, role: "prod")]));

        var prod = report.Roles.Single(r => r.Name == "prod");
        Assert.Equal((2, 2, new BinPackingEfficiency(2, 1, 1)), (prod.Agents, prod.Containers, prod.Alone!.Efficiency));
        Assert.Equal(3, prod.Alone.Headroom.Ratio, 1e-9);
    }

    [Fact]
    public void Measure_Any_RoomsOfZonesAndAgentsAddUpToTheClusters() => Any.Holds(snapshot =>
    {
        var report = Measure(snapshot);
        var rooms = report.Shapes.Select(s => s.Room).ToList();
        Assert.Equal(rooms, report.Cluster.Rooms);
        Assert.Equal(rooms, Enumerable.Range(0, rooms.Count).Select(s => report.Zones.Sum(z => z.Rooms[s])));
        Assert.Equal(rooms, Enumerable.Range(0, rooms.Count).Select(s => report.Agents.Sum(a => a.Figures.Rooms[s])));
        Assert.Equal(report.Cluster.MixRoom, report.Agents.Sum(a => a.Figures.MixRoom), 1e-6);
    });

    [Fact]
    public void Measure_Any_EfficiencyOfZonesIsOneAtMost() => Any.Holds(snapshot => Assert.All(Measure(snapshot).Zones.Select(z => z.Alone).OfType<PartMeasures>(), alone =>
    {
        Assert.InRange(alone.Efficiency.BoundRatio ?? 1, 0, 1);
        Assert.InRange(alone.Efficiency.RepackRatio ?? 1, alone.Efficiency.BoundRatio ?? 0, 1);
    }));

    private static PackingReport Measure(ClusterSnapshot snapshot) => PackingMeasures.Measure(snapshot, null, TestContext.Current.CancellationToken);
}
