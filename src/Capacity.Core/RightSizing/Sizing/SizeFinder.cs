using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Risk;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Sizing;

/// <summary>Finds the size that one instance needs for the week to come.</summary>
public static class SizeFinder
{
    /// <summary>Where memory was at its limit for this share of the samples, the limit is what held it.</summary>
    private const double HeldBackRatio = 0.01;

    /// <summary>How much memory grows where its limit holds it back.</summary>
    private const double HeldBackGrowth = 1.2;

    /// <summary>Finds the size without floors, caps and rounding.</summary>
    public static Size Find(UsageSummary summary, FleetCalibration fleet)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(fleet);
        return summary.Weeks.Count == 0 ? default : new(Cores(summary, fleet), Bytes(summary, fleet));
    }

    /// <summary>Finds the limit of memory that was there all the time and was never felt.</summary>
    /// <returns>Bytes; <see langword="null"/> where there was none, or use came near it.</returns>
    public static double? UnfeltLimit(UsageSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var days = summary.Days.Where(d => d.MemoryPeak is not null).ToArray();
        return days.Length > 0 && Array.TrueForAll(days, d => d.MemoryRequested > 0 && d.MemoryKills == 0)
            ? days[^1].MemoryRequested
            : null;
    }

    private static double? Cores(UsageSummary summary, FleetCalibration fleet) =>
        Curves.OfCpu(summary, fleet.CpuGrowth)?.Cheapest(fleet.CpuRiskPrice, fleet.Targets.MostCpuExceedRatio) is int bucket ? LogBuckets.UpperEdge(bucket) : null;

    private static double? Bytes(UsageSummary summary, FleetCalibration fleet)
    {
        var limit = UnfeltLimit(summary);
        if (Curves.OfMemory(summary, fleet.MemoryGrowth, limit) is not { } curve)
        {
            return null;
        }

        var bytes = LogBuckets.UpperEdge(curve.Cheapest(fleet.MemoryRiskPrice, fleet.Targets.MostMemoryBreachRatio));
        var peak = summary.Weeks.Max(w => w.MemoryPeak)!.Value;
        var held = (double)summary.Days.Sum(d => d.MemoryAtLimit) / Math.Max(1, summary.Days.Sum(d => d.MemorySamples));
        return held >= HeldBackRatio ? Math.Max(bytes, peak * HeldBackGrowth) : limit is double l && bytes > l && peak <= l ? l : bytes;
    }
}
