using Capacity.Testing.Vpa;

namespace Capacity.Core.Tests.RightSizing.Anchors;

/// <summary>Whole lives of containers, as the vectors describe them.</summary>
internal static class VpaScenarios
{
    private const long Gibibyte = 1L << 30;
    private const long Mebibyte = 1L << 20;

    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1700006400);
    private static readonly (long, long) Floor = (25, 250 * Mebibyte);

    public static (VpaAggregate Aggregate, (long Cpu, long Memory) Minimum) Of(string name) => name switch
    {
        "constant" => (Live(8, 1, _ => 500, _ => Gibibyte), Floor),
        "tiny" => (Tiny(), Floor),
        "tiny_no_floor" => (Tiny(), (0, 0)),
        "tiny_three_containers" => (Tiny(), (25 / 3, 250 * Mebibyte / 3)),
        "triangle_day" => (Live(8, 1, Triangle, Stairs), Floor),
        "triangle_day_5min" => (Live(8, 5, Triangle, Stairs), Floor),
        "weekday_weekend_end_sunday" => (Live(14, 1, Week, _ => Gibibyte), Floor),
        "weekday_weekend_end_friday" => (Live(12, 1, Week, _ => Gibibyte), Floor),
        "step_down" => (Live(8, 1, m => m < 4 * 1440 ? 2000 : 500, m => (m < 4 * 1440 ? 4 : 1) * Gibibyte), Floor),
        "oom_day3" => (Live(4, 1, _ => 500, _ => Gibibyte, killAt: 3 * 1440), Floor),
        "hot_replica" => (HotReplica(), Floor),
        _ when name.StartsWith("confidence_", StringComparison.Ordinal) => (Live(Days(name["confidence_".Length..]), 1, _ => 1000, _ => Gibibyte), Floor),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Expected a scenario that is known."),
    };

    private static VpaAggregate Tiny() => Live(8, 1, _ => 3, _ => 5_000_000);

    private static long Triangle(int minute) => 100 + Math.Min(minute % 1440, 1440 - (minute % 1440));

    private static long Stairs(int minute) => (200 * Mebibyte) + (Mebibyte * (minute % 1440 / 10));

    private static long Week(int minute) => minute / 1440 % 7 < 5 ? 900 : 100;

    private static double Days(string text) => double.Parse(text[..^1], System.Globalization.CultureInfo.InvariantCulture) / (text[^1] switch { 'm' => 1440, 'h' => 24, _ => 1 });

    private static VpaAggregate Live(double days, int step, Func<int, long> milliCores, Func<int, long> bytes, int? killAt = null)
    {
        var aggregate = new VpaAggregate();
        Live(aggregate, (int)Math.Round(days * 1440), step, milliCores, bytes, killAt);
        return aggregate;
    }

    private static VpaAggregate HotReplica()
    {
        var aggregate = new VpaAggregate();
        for (var replica = 0; replica < 4; replica++)
        {
            var isHot = replica == 0;
            Live(aggregate, 8 * 1440, 5, _ => isHot ? 1000 : 100, _ => isHot ? 2 * Gibibyte : 256 * Mebibyte, null);
        }

        return aggregate;
    }

    private static void Live(VpaAggregate aggregate, int minutes, int step, Func<int, long> milliCores, Func<int, long> bytes, int? killAt)
    {
        var container = new VpaContainer(aggregate, TimeSpan.FromDays(1));
        for (var minute = 0; minute < minutes; minute += step)
        {
            var at = Start.AddMinutes(minute);
            container.AddCpu(milliCores(minute), at);
            container.AddMemory(bytes(minute), at);
            if (minute == killAt)
            {
                container.AddKill(Gibibyte, at);
            }
        }
    }
}
