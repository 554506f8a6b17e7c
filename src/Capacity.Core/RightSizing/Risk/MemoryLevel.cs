using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Finds the highest memory that says something of the week to come.</summary>
public static class MemoryLevel
{
    /// <summary>So many days have to be known under the limit of today.</summary>
    private const int FewestDays = 3;

    /// <summary>Limits that differ by less are the same: they are means of a day.</summary>
    private const double SameLimit = 1.05;

    /// <summary>
    /// Takes the highest moment, but where an app was made smaller since and lives well under its limit of today, no more than that limit: what it used when it was
    /// larger it can no longer use, and does not need to.
    /// </summary>
    /// <returns>Bytes; <see langword="null"/> where memory was not measured.</returns>
    public static double? Of(UsageSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var days = summary.Days.Where(d => d.MemoryPeak is not null).ToArray();
        if (days.Length == 0)
        {
            return null;
        }

        var (peak, limit) = (summary.MemoryPeak!.Value, days[^1].MemoryRequested);
        var under = days.Length - 1 - Array.FindLastIndex(days, d => d.MemoryRequested > limit * SameLimit || d.MemoryPeak!.Value > limit || d.MemoryKills > 0);
        return limit > 0 && under >= FewestDays ? Math.Min(peak, limit) : peak;
    }
}
