using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;

namespace Capacity.Benchmarks.Store;

/// <summary>25,000 containers on 1,000 agents in 5 zones, one app of 1,000 instances and 4,800 of 5; seeded, and noisy as real ones are.</summary>
internal sealed class Workload(int seed)
{
    public const int Agents = 1_000;
    public const int Containers = 25_000;
    public static readonly AppKey Large = new("marathon", "/large");

    private static readonly ResourceVector Total = new(CpuCores.FromCores(48), MemorySize.FromMebibytes(256 * 1024));
    private readonly Random random = new(seed);
    private readonly double[] cpu = new double[Containers];
    private readonly long[] memory = [.. Enumerable.Range(0, Containers).Select(i => (200L + (i % 800)) << 20)];
    private readonly long[] throttled = new long[Containers];
    private readonly string[] ids = [.. Enumerable.Range(0, Containers).Select(i => new Guid(i * 7919, (short)(i % 30000), 17, 1, 2, 3, 4, 5, 6, 7, 8).ToString())];
    private readonly AgentName[] agents = [.. Enumerable.Range(0, Agents).Select(i => new AgentName($"agent-{i:d4}.example", 5051))];

    public static AppKey App(int container) =>
        container < 1000 ? Large : new("marathon", string.Create(CultureInfo.InvariantCulture, $"/team-{container / 5 % 50}/app-{(container - 1000) / 5:d4}"));

    /// <summary>What a collection a minute after the one before finds.</summary>
    public SampleBatch Next(DateTimeOffset at)
    {
        var points = new ContainerPoint[Containers];
        for (var i = 0; i < Containers; i++)
        {
            cpu[i] += Math.Round(60 * (i % 20) * 0.1 * random.NextDouble(), 2);
            memory[i] = Math.Max(64 << 20, memory[i] + ((random.Next(64) - 32) * 4096L));
            throttled[i] += random.Next(3);
            var minutes = (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMinute;
            points[i] = new(ids[i], agents[i % Agents], App(i), new(CpuCores.FromCores(1), MemorySize.FromMebibytes(1024)), new()
            {
                At = at.AddMicroseconds((i % Agents * 2000) + random.Next(900_000)),
                CpuSeconds = cpu[i],
                CpuPeriods = minutes * 600,
                CpuThrottledPeriods = throttled[i],
                CpuThrottledSeconds = throttled[i] * 0.05,
                CpuLimitCores = 2.1,
                MemoryTotalBytes = memory[i] + (100 << 20),
                MemoryCacheBytes = 100 << 20,
                MemoryRssBytes = memory[i] * 9 / 10,
                MemoryLimitBytes = 1056L << 20,
                DiskUsedBytes = (i % 1000) << 20,
            });
        }

        var figures = agents.Select((name, i) => Figures(name, i, at)).ToList();
        return new() { TakenAt = at, Containers = points, Agents = figures, Cluster = Group(null, Agents), Zones = [.. Enumerable.Range(0, 5).Select(z => Group($"zone-{z}", Agents / 5))] };
    }

    private AgentFigures Figures(AgentName name, int index, DateTimeOffset at)
    {
        var allocated = new ResourceVector(CpuCores.FromCores(25), MemorySize.FromMebibytes(25 * 1024));
        var resources = new AgentResources(Total, allocated, default, Total, allocated, [], default, default);
        return new(
            new() { Name = name, Id = "S", Address = null, State = AgentState.Active, Resources = resources, Zone = $"zone-{index % 5}", AsOf = at },
            true,
            default,
            Usage(25));
    }

    private GroupFigures Group(string? name, int count) => new(
        name, new Dictionary<AgentState, int> { [AgentState.Active] = count }, 0, Times(Total, count), default, default, default, default, default, Usage(25 * count));

    private UsageFigures Usage(int count) => new(
        count, count, count, CpuCores.FromCores(random.NextDouble() * count), MemorySize.FromBytes(random.NextInt64(1L << 30) * count), null, null);

    private static ResourceVector Times(ResourceVector one, int count) =>
        new(CpuCores.FromCores(one.Cpus.Cores * count), MemorySize.FromBytes(one.Memory.Bytes * count));
}
