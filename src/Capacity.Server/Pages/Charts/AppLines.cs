using Capacity.Core.TimeSeries;

namespace Capacity.Server.Pages.Charts;

/// <summary>The lines of an app, of all its instances together and of each.</summary>
public static class AppLines
{
    /// <summary>The instances that get a style of their own, and a place in the legend.</summary>
    private const int MostNamed = 6;

    /// <summary>How many instances are drawn.</summary>
    public const int MostDrawn = 30;

    /// <summary>The CPU of all instances.</summary>
    public static IReadOnlyList<ChartLine> Cpu(IReadOnlyList<UsageBucket> buckets) =>
    [
        new("requested", "requested", [.. buckets.Select(b => b.CpuRequestedCores)]),
        new("limit", "limit", [.. buckets.Select(b => b.CpuLimitCores)]),
        new("used", "used", [.. buckets.Select(b => b.CpuCores)]),
    ];

    /// <summary>The memory of all instances.</summary>
    public static IReadOnlyList<ChartLine> Memory(IReadOnlyList<UsageBucket> buckets) =>
    [
        new("requested", "requested", [.. buckets.Select(b => b.MemoryRequestedBytes)]),
        new("limit", "limit", [.. buckets.Select(b => b.MemoryLimitBytes)]),
        new("used", "used", [.. buckets.Select(b => b.MemoryBytes)]),
    ];

    /// <summary>How much of the time instances were held back, and how much of them was measured.</summary>
    public static IReadOnlyList<ChartLine> Throttling(IReadOnlyList<UsageBucket> buckets) =>
    [
        new("throttled", "throttled", [.. buckets.Select(b => b.ThrottledRatio)]),
        new("measured", "total", [.. buckets.Select(b => b.CpuCoverage)]),
    ];

    /// <summary>How many instances ran.</summary>
    public static IReadOnlyList<ChartLine> Instances(IReadOnlyList<UsageBucket> buckets) => [new("instances", "used", [.. buckets.Select(b => b.Instances)])];

    /// <summary>Each instance, those with the highest figures named; and the largest request and limit of any.</summary>
    /// <param name="instances">The instances; their buckets may have gaps.</param>
    /// <param name="range">The range they are of.</param>
    /// <param name="used">What an instance used.</param>
    /// <param name="requested">What one asked for.</param>
    /// <param name="limit">What one may not exceed.</param>
    public static IReadOnlyList<ChartLine> OfInstances(
        IEnumerable<InstanceSeries> instances,
        SeriesRange range,
        Func<UsageBucket, double?> used,
        Func<UsageBucket, double?> requested,
        Func<UsageBucket, double?> limit)
    {
        ArgumentNullException.ThrowIfNull(range);
        var all = instances.ToList();
        var drawn = all.OrderByDescending(i => i.Buckets.Where(b => b.Instances > 0.99).Max(used) ?? -1).Take(MostDrawn).ToList();
        return
        [
            new("request of each", "requested", Spread(all.SelectMany(i => i.Buckets), range, requested)),
            new("limit of each", "limit", Spread(all.SelectMany(i => i.Buckets), range, limit)),
            .. drawn.Skip(MostNamed).Select(i => new ChartLine(i.Agent.ToString(), "rest", Spread(i.Buckets, range, used), Named: false)),
            .. drawn.Take(MostNamed).Select((i, place) => new ChartLine(i.Agent.ToString(), $"i{place}", Spread(i.Buckets, range, used))),
        ];
    }

    // Figures of a bucket in which an instance ran for a part of the time are that part of its own.
    private static double?[] Spread(IEnumerable<UsageBucket> buckets, SeriesRange range, Func<UsageBucket, double?> value)
    {
        var values = new double?[range.Count];
        foreach (var bucket in buckets)
        {
            var place = (int)((bucket.Start - range.Start) / range.Step);
            if (value(bucket) is double v && bucket.Instances is > 0.01 and var ran && place >= 0 && place < values.Length)
            {
                values[place] = Math.Max(values[place] ?? 0, v / Math.Min(1, ran));
            }
        }

        return values;
    }
}
