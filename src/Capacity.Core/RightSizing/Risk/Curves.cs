using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Makes the risk of each size from what was. No size lies far from what was seen: none of CPU above the highest use, none of memory above half as much again.</summary>
public static class Curves
{
    /// <summary>Makes the curve of CPU: the share of the known time above each size, up to the highest use.</summary>
    /// <returns><see langword="null"/> where CPU was not measured.</returns>
    public static RiskCurve? OfCpu(UsageSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var known = summary.Exceedance();
        return known.Weight == 0 ? null : new(known.First, [.. Enumerable.Range(known.First, known.End - known.First + 1).Select(i => (float)known[i])]);
    }

    /// <summary>Makes the curve of memory: the probability that the highest moment of the week to come is above each size, from the highest yet to <see cref="MostMemory"/>.</summary>
    /// <returns><see langword="null"/> where memory was not measured.</returns>
    public static RiskCurve? OfMemory(UsageSummary summary, GrowthModel growth)
    {
        ArgumentNullException.ThrowIfNull(growth);
        if (MostMemory(summary) is not (double most, bool isHeld))
        {
            return null;
        }

        var peak = summary.MemoryPeak!.Value;
        var low = LogBuckets.IndexOf(peak);
        var risk = new float[LogBuckets.IndexOf(most) - low + 1];
        growth.AddTo(risk, MemorySpread(summary), summary.Weeks.Count);
        if (isHeld)
        {
            risk[^1] = 0;
        }

        return new(low, risk);
    }

    /// <summary>Finds the most memory that advice may give: half as much again as was ever used, and no more than the limit that was there and never felt.</summary>
    /// <returns>Bytes, and whether it is that limit, which nothing can go beyond; <see langword="null"/> where memory was not measured.</returns>
    public static (double Bytes, bool IsLimit)? MostMemory(UsageSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (summary.MemoryPeak is not double peak)
        {
            return null;
        }

        var most = peak * GrowthModel.Most;
        return summary.UnfeltMemoryLimit is double limit && limit <= most ? (Math.Max(limit, peak), true) : (most, false);
    }

    /// <summary>How uneven the busy level of CPU was from day to day.</summary>
    public static double CpuSpread(UsageSummary summary) => Spreads.Hill(Of(summary, d => d.CpuP99));

    /// <summary>How uneven the peak of memory was from day to day.</summary>
    public static double MemorySpread(UsageSummary summary) => Spreads.Hill(Of(summary, d => d.MemoryPeak?.Value));

    private static IEnumerable<double> Of(UsageSummary summary, Func<DayFigures, double?> figure)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.Days.Select(figure).OfType<double>();
    }
}
