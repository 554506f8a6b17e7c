using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;
using Capacity.Core.Usage;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

/// <summary>Makes batches of a small cluster.</summary>
internal static class SampleCluster
{
    public static readonly AppKey Web = new("marathon", "/shop/web");
    public static readonly DateTimeOffset Day = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);
    public static readonly AgentName Agent1 = new("a1.example", 5051);

    private static readonly ResourceVector Request = new(CpuCores.FromCores(2), MemorySize.FromMebibytes(1024));

    /// <summary>One collection; containers of app <paramref name="app"/>.</summary>
    public static SampleBatch Batch(DateTimeOffset at, IReadOnlyList<ContainerPoint> containers, string? zone = "z1")
    {
        var usage = new UsageFigures(containers.Count, containers.Count, containers.Count, CpuCores.FromCores(1), MemorySize.FromBytes(100), null, null);
        var states = new Dictionary<AgentState, int> { [AgentState.Active] = 1 };
        var total = new ResourceVector(CpuCores.FromCores(16), MemorySize.FromMebibytes(65536));
        GroupFigures Group(string? name) => new(name, states, 0, total, Request, default, total.LessOrZero(Request), default, default, usage);
        var resources = new AgentResources(total, Request, default, total, Request, [], default, default);
        var agent = new Agent { Name = Agent1, Id = "S1", Address = null, State = AgentState.Active, Resources = resources, Zone = zone, AsOf = at };
        return new()
        {
            TakenAt = at,
            Containers = containers,
            Agents = [new(agent, true, default, usage)],
            Cluster = Group(null),
            Zones = [Group(zone)],
        };
    }

    /// <summary>A container that uses CPU at a steady rate, and memory that goes with the time.</summary>
    public static ContainerPoint Steady(string id, DateTimeOffset at, double cores = 0.5, AppKey? app = null) => Point(
        id,
        new ContainerSample
        {
            At = at,
            CpuSeconds = (at - Day.AddDays(-10)).TotalSeconds * cores,
            CpuPeriods = (at - Day.AddDays(-10)).Ticks / TimeSpan.TicksPerSecond * 10,
            CpuThrottledPeriods = (at - Day.AddDays(-10)).Ticks / TimeSpan.TicksPerSecond,
            MemoryTotalBytes = 1000 + at.Minute,
            MemoryCacheBytes = 100,
            MemoryRssBytes = 800,
            MemoryLimitBytes = 1 << 30,
            CpuLimitCores = 2,
            DiskUsedBytes = 5,
        },
        app);

    public static ContainerPoint Point(string id, ContainerSample? sample, AppKey? app = null) => new(id, Agent1, app ?? Web, Request, sample);
}
