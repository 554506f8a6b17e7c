using System.Globalization;
using Capacity.Core.TimeSeries;

namespace Capacity.Server.Pages.Charts;

/// <summary>Where a chart's axis of time has labels: at round times, six or so.</summary>
public static class TimeTicks
{
    private static readonly TimeSpan[] Steps =
        [.. new[] { 10, 30, 60, 120, 240, 480, 1440, 2880, 7 * 1440, 14 * 1440, 28 * 1440, 56 * 1440, 112 * 1440 }.Select(m => TimeSpan.FromMinutes(m))];

    /// <summary>Picks the labels; each with its place, from 0 at the left to 1.</summary>
    public static IReadOnlyList<(double Place, string Text)> Of(SeriesRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        var length = range.End - range.Start;
        var step = Steps.FirstOrDefault(s => length / s <= 8, Steps[^1]);
        var format = step < TimeSpan.FromDays(1) ? "HH:mm" : "d MMM";
        var first = (range.Start.UtcTicks + step.Ticks - 1) / step.Ticks * step.Ticks;
        return
        [
            .. Enumerable.Range(0, (int)((range.End.UtcTicks - first) / step.Ticks) + 1)
                .Select(i => new DateTime(first + (i * step.Ticks), DateTimeKind.Utc))
                .Select(t => ((t.Ticks - range.Start.UtcTicks) / (double)length.Ticks, t.ToString(format, CultureInfo.InvariantCulture))),
        ];
    }
}
