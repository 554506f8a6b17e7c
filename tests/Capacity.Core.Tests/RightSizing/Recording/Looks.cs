using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.RightSizing.Recording;

/// <summary>Makes looks at a made-up cluster, the same for the same time.</summary>
internal static class Looks
{
    public static readonly AppKey Web = new("marathon", "/web");
    public static readonly AppKey Etl = new("marathon", "/etl");
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 21, 0, 0, TimeSpan.Zero);

    /// <summary>Six hours over a midnight: an app that is always there with uneven load, one that comes and goes, gaps in the middle, now and then two looks in a minute.</summary>
    public static IReadOnlyList<UsageLook> Evening { get; } =
    [
        .. Enumerable.Range(0, 360).Where(i => i is < 100 or > 130).SelectMany<int, UsageLook>(i => i % 50 == 3 ? [At(i), At(i) with { At = Time(i).AddSeconds(20) }] : [At(i)]),
    ];

    private static UsageLook At(int minute)
    {
        List<UsagePoint> points = [];
        for (var i = 0; i < 3; i++)
        {
            points.Add(Point($"web-{i}", Web, minute, (0.2 + (0.1 * i)) * Work(minute, i), (200 + (10 * i) + (minute % 37)) << 20) with { SampledAt = minute % 41 == 7 ? null : Time(minute).AddMilliseconds(i) });
        }

        if (minute % 120 is > 20 and < 70)
        {
            points.Add(Point($"etl-{minute / 120}", Etl, minute, 1.5 * ((minute % 120) - 20), (100 + minute) << 20));
        }

        return new(Time(minute), points);
    }

    public static DateTimeOffset Time(int minute) => Start + (minute * Interval);

    private static double Work(int minute, int instance) => minute + (20 * Math.Sin((minute + (7 * instance)) / 30.0));

    private static UsagePoint Point(string id, AppKey app, int minute, double cpuMinutes, long bytes) => new()
    {
        ContainerId = id,
        App = app,
        Cpus = CpuCores.FromCores(minute < 200 ? 2 : 1),
        Memory = MemorySize.FromMebibytes(1024),
        SampledAt = Time(minute),
        CpuMicroseconds = (long)((cpuMinutes + 100) * 60e6),
        Periods = minute * 600,
        ThrottledPeriods = minute * 6,
        CpuLimitCores = 2,
        MemoryBytes = bytes,
        CacheBytes = 5 << 20,
        MemoryLimitBytes = 1 << 30,
    };
}
