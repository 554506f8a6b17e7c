using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Measures;

public sealed class PackingMeasuresTests
{
    private static readonly ResourceVector Size = Generate.Vector(8, 32768);

    private static readonly Gen<ClusterSnapshot> Any = Gen.Select(Gen.Int[2, 6], Gen.Int[1, 40].Array[1, 25], Gen.Int[0, 4]).Select((agents, sizes, closed) => Snapshots.Of(
        Enumerable.Range(0, agents).Select(i => Agents.Named($"a{i}", Generate.Vector(8 << (i % 2), 32768), state: i == closed ? AgentState.Draining : AgentState.Active).In($"z{i % 2}")),
        sizes.Take(8 * agents).SelectMany((s, i) => Snapshots.Run($"/app{s % 5}", $"a{i % agents}", Generate.Vector(s * 0.025, s * 100)))));

    [Fact]
    public void Measure_Any_AllocatedPlaceableStrandedAndUnusableAreTheTotal() => Any.Holds(snapshot =>
    {
        var report = Measure(snapshot);
        PackingFigures[] all = [report.Cluster, .. report.Zones, .. report.Roles, .. report.Agents.Select(a => a.Figures)];
        Assert.All(all, f => Assert.Equal(f.Total, f.Allocated + f.Placeable + f.Stranded + f.Unusable));
        Assert.Equal(report.Cluster.Total, report.Zones.Sum(z => z.Total));
        Assert.Equal(report.Cluster.Stranded, report.Agents.Sum(a => a.Figures.Stranded));
        Assert.Equal(report.Cluster.Allocated, report.Roles.Sum(r => r.Allocated));
        Assert.All(all, f => Assert.True(f.Fragmented.FitsIn(f.Free + new ResourceVector(CpuCores.FromCores(1e-6), MemorySize.FromBytes(all.Length)))));
    });

    [Fact]
    public void Measure_Any_EfficiencyIsOneAtMost() => Any.Holds(snapshot =>
    {
        var efficiency = Measure(snapshot).Efficiency!;
        Assert.InRange(efficiency.BoundRatio ?? 1, 0, 1);
        Assert.InRange(efficiency.RepackRatio ?? 1, efficiency.BoundRatio ?? 0, 1);
    });

    [Fact]
    public void Measure_AnotherAgent_NeverLowersRoomOrHeadroom() => Any.Holds(snapshot =>
    {
        var more = snapshot with { Agents = [.. snapshot.Agents, Agents.Named("z", Generate.Vector(8, 16384)).In("z0")] };
        var (before, after) = (Measure(snapshot), Measure(more));
        Assert.True(after.Headroom.Ratio >= before.Headroom.Ratio - 1e-9, $"{before.Headroom.Ratio} became {after.Headroom.Ratio}");
        Assert.All(before.Shapes.Zip(after.Shapes), s => Assert.True(s.Second.Room >= s.First.Room));
    });

    [Fact]
    public void Measure_Any_CompactionNeedsAsManyAgentsAsThereAreAtMost() => Any.Holds(snapshot =>
    {
        var compaction = Measure(snapshot).Compaction!;
        Assert.All(compaction.Needed, n => Assert.InRange(n, 1, compaction.Agents));
        Assert.True(compaction.Needed.Count is 0 or 11);
    });

    [Fact]
    public void Measure_HalfEmptyAgents_CompactToHalf()
    {
        var report = Measure(Snapshots.Of(
            Enumerable.Range(0, 4).Select(i => Agents.Named($"a{i}", Size)),
            Enumerable.Range(0, 4).SelectMany(i => Snapshots.Run("/web", $"a{i}", Generate.Vector(1, 4096), 4))));

        Assert.Equal(2, report.Compaction!.NeededAgents);
        Assert.Equal(new BinPackingEfficiency(4, 2, 2), report.Efficiency);
        Assert.Equal(1, report.Headroom.Ratio, 1e-9);
    }

    [Fact]
    public void Measure_NoAgents_HasNothing()
    {
        var report = Measure(Snapshots.Of([], []));

        Assert.Equal((0, 0L), (report.Cluster.Agents, report.Shapes.Sum(s => s.Room)));
        Assert.Empty(report.Losses);
    }

    [Fact]
    public void Measure_NothingIsFree_MayNotGrow()
    {
        var report = Measure(Snapshots.Of([Agents.Named("a", Size)], Snapshots.Run("/web", "a", Generate.Vector(1, 4096), 8)));

        Assert.Equal((0, false), (report.Headroom.Ratio, report.Headroom.IsAtLeast));
    }

    [Fact]
    public void Measure_StatefulEverywhere_KeepsItsAgents()
    {
        var report = Measure(Snapshots.Of(
            Enumerable.Range(0, 4).Select(i => Agents.Named($"a{i}", Size)),
            Enumerable.Range(0, 4).SelectMany(i => Snapshots.Run("/db", $"a{i}", Generate.Vector(1, 4096))),
            Snapshots.App("/db", Generate.Vector(1, 4096), 4) with { IsResident = true }));

        Assert.Equal(4, report.Compaction!.NeededAgents);
        Assert.Equal(4, report.Efficiency!.Repacked);
    }

    [Fact]
    public void Measure_ZoneAndAgentLosses_CountWhatFindsNoPlace()
    {
        var report = Measure(Snapshots.Of(
            [Agents.Named("a", Size).In("east"), Agents.Named("b", Size).In("west"), Agents.Named("c", Generate.Vector(2, 8192)).In("west")],
            [.. Snapshots.Run("/web", "a", Generate.Vector(1, 1024), 6), .. Snapshots.Run("/batch", "b", Generate.Vector(1, 1024), 4), .. Snapshots.Run("/web", "c", Generate.Vector(1, 1024))]));

        Assert.Equal([("west", 5, 3), ("east", 6, 1)], report.Losses.Where(l => l.Level == DomainLevel.Zone).Select(l => (l.Name, l.Lost, l.Unplaced)));
        Assert.Equal([("b", 4, 1), ("a", 6, 1), ("c", 1, 0)], report.Losses.Where(l => l.Level == DomainLevel.Host).OrderByDescending(l => l.Name == "b").ThenByDescending(l => l.Lost).Select(l => (l.Name, l.Lost, l.Unplaced)));
    }

    [Fact]
    public void Measure_UniqueApp_IsNotPlacedBesideItselfAfterALoss()
    {
        var report = Measure(Snapshots.Of(
            [Agents.Named("a", Size), Agents.Named("b", Size)],
            [.. Snapshots.Run("/web", "a", Generate.Vector(1, 1024)), .. Snapshots.Run("/web", "b", Generate.Vector(1, 1024))],
            Snapshots.App("/web", Generate.Vector(1, 1024), 2, ["hostname", "UNIQUE"])));

        Assert.All(report.Losses, l => Assert.Equal((1, 1), (l.Lost, l.Unplaced)));
    }

    [Fact]
    public void Measure_SpreadOverHosts_StartsElsewhereAfterALoss()
    {
        var report = Measure(Snapshots.Of(
            [Agents.Named("a", Size), Agents.Named("b", Size), Agents.Named("c", Size)],
            [.. Snapshots.Run("/web", "a", Generate.Vector(1, 1024)), .. Snapshots.Run("/web", "b", Generate.Vector(1, 1024)), .. Snapshots.Run("/web", "c", Generate.Vector(1, 1024))],
            Snapshots.App("/web", Generate.Vector(1, 1024), 3, ["hostname", "GROUP_BY"])));

        Assert.All(report.Losses, l => Assert.Equal(0, l.Unplaced));
    }

    [Fact]
    public void Measure_SoonAfterAnother_KeepsWhatWasPackedAnew()
    {
        var before = Snapshots.Of(
            [Agents.Named("a", Size).In("east"), Agents.Named("b", Size).In("west")],
            [.. Snapshots.Run("/web", "a", Generate.Vector(1, 1024), 6), .. Snapshots.Run("/web", "b", Generate.Vector(1, 1024), 6)]);
        var known = Measure(before);
        var grown = before with { Containers = [.. before.Containers, .. Snapshots.Run("/web", "b", Generate.Vector(1, 1024), 2)] };

        var soon = After(grown, TimeSpan.FromMinutes(14));
        Assert.Equal((known.At, known.Compaction), (soon.PackedAnewAt, soon.Compaction));
        Assert.Equal([("east", 6), ("west", 6), ("b", 8), ("a", 6)], soon.Losses.Select(l => (l.Name, l.Lost)));
        Assert.Equal(8, After(grown, TimeSpan.FromMinutes(15)).Losses.First(l => l.Name == "west").Lost);
        Assert.Equal(8, After(grown with { Agents = [.. grown.Agents, Agents.Named("c", Size).In("west")] }, TimeSpan.FromMinutes(1)).Losses.First(l => l.Name == "west").Lost);

        PackingReport After(ClusterSnapshot snapshot, TimeSpan time) =>
            PackingMeasures.Measure(snapshot with { TakenAt = before.TakenAt + time }, known, null, TestContext.Current.CancellationToken);
    }

    private static PackingReport Measure(ClusterSnapshot snapshot) => PackingMeasures.Measure(snapshot, null, TestContext.Current.CancellationToken);
}
