using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>Chooses the weeks that decide: all, or those since a deploy after which the app is another.</summary>
internal static class Window
{
    /// <summary>A level that moved by less than this is the same.</summary>
    private const double SameLevel = 1.25;

    public static UsageSummary Since(UsageSummary summary)
    {
        var days = summary.Days.ToArray();
        var deploy = Array.FindLastIndex(days, d => d.HasDeploy);
        for (var i = days.Length - 1; deploy < 0 && i > 0; i--)
        {
            deploy = days[i].Version != days[i - 1].Version && days[i - 1].Version != 0 ? i : -1;
        }

        if (deploy < 1)
        {
            return summary;
        }

        var weeks = (summary.End.DayNumber - 1 - days[deploy].Day.DayNumber) / 7;
        var moved = Moved(days, deploy, d => d.CpuP99) || Moved(days, deploy, d => d.MemoryPeak?.Value);
        return weeks > 0 && moved ? summary.Latest(weeks) : summary;
    }

    private static bool Moved(DayFigures[] days, int deploy, Func<DayFigures, double?> level) =>
        Median(days[..deploy], level) is > 0 and var before && Median(days[(deploy + 1)..], level) is > 0 and var after
        && Math.Max(before / after, after / before) > SameLevel;

    private static double? Median(IEnumerable<DayFigures> days, Func<DayFigures, double?> level)
    {
        var sorted = days.Select(level).OfType<double>().Order().ToArray();
        return sorted.Length == 0 ? null : sorted[sorted.Length / 2];
    }
}
