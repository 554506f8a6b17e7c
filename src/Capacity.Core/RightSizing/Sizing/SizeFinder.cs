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

    private static double? Cores(UsageSummary summary, FleetCalibration fleet) =>
        Curves.OfCpu(summary)?.Cheapest(fleet.CpuRiskPrice, fleet.Targets.MostCpuExceedRatio) is int bucket
            ? Math.Min(LogBuckets.UpperEdge(bucket), Curves.MostCpu(summary)!.Value)
            : null;

    private static double? Bytes(UsageSummary summary, FleetCalibration fleet)
    {
        if (Curves.OfMemory(summary, fleet.MemoryGrowth, fleet.Targets) is not { } curve)
        {
            return null;
        }

        var bytes = Math.Min(LogBuckets.UpperEdge(curve.Cheapest(fleet.MemoryRiskPrice, fleet.Targets.MostMemoryBreachRatio)), Curves.MostMemory(summary)!.Value.Bytes);
        var held = (double)summary.Days.Sum(d => d.MemoryAtLimit) / Math.Max(1, summary.Days.Sum(d => d.MemorySamples));
        return held >= HeldBackRatio ? Math.Max(bytes, MemoryLevel.Of(summary)!.Value * HeldBackGrowth) : bytes;
    }
}
