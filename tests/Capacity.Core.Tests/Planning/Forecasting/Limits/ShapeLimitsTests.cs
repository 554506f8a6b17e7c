using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Planning.Forecasting.Limits;
using Capacity.Core.Tests.Packing.Clusters;

namespace Capacity.Core.Tests.Planning.Forecasting.Limits;

public sealed class ShapeLimitsTests
{
    [Fact]
    public void Measure_LargerShapes_LoseTheirRoomEarlier()
    {
        var cluster = ClusterProblem.Read(Snapshots.Of(
            Enumerable.Range(0, 8).Select(i => Agents.Named($"a{i}", Generate.Vector(8, 16384)).In($"z{i % 2}")),
            Enumerable.Range(0, 8).SelectMany(i => Snapshots.Run("/web", $"a{i}", Generate.Vector(0.5, 512), 2))));

        var limits = ShapeLimits.Measure(cluster, [Generate.Vector(0.5, 512), Generate.Vector(6, 6144), Generate.Vector(16, 1024)], 3, TestContext.Current.CancellationToken);

        var (small, large, never) = (Of(0.5), Of(6), Of(16));
        Assert.Equal((7 * 16, 8, 0L), (small.Room, large.Room, never.Room));
        Assert.Equal(DemandResource.Cpus, large.Resource);
        Assert.Equal(8, never.Limit);
        Assert.InRange(large.Limit!.Value, 16, 50);
        Assert.True(small.Limit is null || small.Limit > large.Limit);
        Assert.Equal(9, limits.Count);
        Assert.All(limits.Where(l => l.Cut.Level == CutLevel.Zone && l.Shape.Cpus.Cores == 6), z => Assert.InRange(z.Limit!.Value, 6, 28));

        ShapeLimit Of(double cores) => limits.Single(l => l.Cut == DemandCut.Cluster && l.Shape.Cpus.Cores == cores);
    }

    [Fact]
    public void Measure_NothingRuns_SaysWhatFitsNow()
    {
        var cluster = ClusterProblem.Read(Snapshots.Of([Agents.Named("a", Generate.Vector(8, 16384))], []));

        var limits = ShapeLimits.Measure(cluster, [Generate.Vector(2, 1024)], 2, TestContext.Current.CancellationToken);

        Assert.All(limits, l => Assert.Equal((4, null), (l.Room, l.Limit)));
    }
}
