using Capacity.Core.Packing.History;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Tests.Packing.Clusters;

namespace Capacity.Core.Tests.Packing.History;

public sealed class PackingPointsTests
{
    private static readonly PackingReport Report = PackingMeasures.Measure(
        Snapshots.Of(
            [Agents.Named("a", Generate.Vector(8, 32768)).In("east"), Agents.Named("b", Generate.Vector(8, 32768)).In("west")],
            [.. Snapshots.Run("/db", "a", Generate.Vector(1, 2048), 2), .. Snapshots.Run("/web", "b", Generate.Vector(2, 4096), 4)],
            Snapshots.App("/db", Generate.Vector(1, 2048), 2) with { IsResident = true }),
        null,
        TestContext.Current.CancellationToken);

    [Fact]
    public void OfAgents_Report_IsAPointForEachAgent()
    {
        var points = PackingPoints.OfAgents(Report);

        Assert.Equal(["a", "b"], points.Select(p => p.Name));
        Assert.All(points, p => Assert.Equal((PackingLevel.Agent, Report.At), (p.Level, p.At)));
        Assert.Equal((0.25, 1.0), (points[0].Cpu.AllocatedRatio, points[1].Cpu.AllocatedRatio));
        Assert.Equal((6, 1, 0), points[0].Rooms);
        Assert.Equal((0, 0, 0), points[1].Rooms);
        Assert.Equal([(2, 1), (1, 0)], points.Select(p => (p.LossUnplaced!.Value, p.Risks!.Value)));
        Assert.All(points, p => Assert.Null(p.CompactionRatio));
    }

    [Fact]
    public void OfGroups_Report_HasTheFiguresOfItsParts()
    {
        var points = PackingPoints.OfGroups(Report);

        Assert.Equal([(PackingLevel.Cluster, ""), (PackingLevel.Zone, "east"), (PackingLevel.Zone, "west"), (PackingLevel.Role, "*")], points.Select(p => (p.Level, p.Name)));
        Assert.Equal(Report.Headroom.Ratio, points[0].HeadroomRatio);
        Assert.Equal(1, points[0].Risks);
        Assert.Equal([(2, 1), (1, 0)], points.Skip(1).Take(2).Select(p => (p.LossUnplaced!.Value, p.Risks!.Value)));
        Assert.Equal(Report.Zones[0].Alone!.Headroom.Ratio, points[1].HeadroomRatio);
    }
}
