using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using Capacity.Server.Pages.Charts;

namespace Capacity.Server.Tests.Pages.Charts;

public sealed class AppLinesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void OfInstances_OneThatEnds_HasItsOwnFigureToTheEndAndNothingAfter()
    {
        var range = new SeriesRange(Noon, Noon.AddMinutes(4), TimeSpan.FromMinutes(1));
        var instance = new InstanceSeries("c1", new AgentName("a1", 5051), [Bucket(0, 1, 2), Bucket(1, 0.5, 1), Bucket(2, 0, 0)]);

        var lines = AppLines.OfInstances([instance], range, b => b.CpuCores, b => b.CpuRequestedCores, b => b.CpuLimitCores);

        Assert.Equal([2, 2, null, null], Assert.Single(lines, l => l.Name == "a1").Values);
        Assert.Equal(1, lines[^1].Last);
    }

    private static UsageBucket Bucket(int minute, double instances, double cores) =>
        new() { Start = Noon.AddMinutes(minute), ObservedRatio = 1, Instances = instances, CpuCores = cores };
}
