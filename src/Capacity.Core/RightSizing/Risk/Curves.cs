using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Makes the risk of each size for the week to come from what was, and from how far things may rise.</summary>
public static class Curves
{
    /// <summary>The curve of CPU: the share of time above each size, smeared by the growth that may come.</summary>
    /// <returns><see langword="null"/> where CPU was not measured.</returns>
    public static RiskCurve? OfCpu(UsageSummary summary, GrowthModel growth)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(growth);
        var known = summary.Exceedance();
        if (known.Weight == 0)
        {
            return null;
        }

        var shifts = growth.Shifts(CpuSpread(summary));
        var low = Math.Clamp(known.First + shifts[0].Shift, 0, LogBuckets.Count - 1);
        var end = Math.Clamp(known.End + shifts[^1].Shift, low, LogBuckets.Count - 1);
        var risk = new float[end - low];
        foreach (var (shift, weight) in shifts)
        {
            known.AddShifted(risk, low, shift, (float)weight);
        }

        return new(low, risk);
    }

    /// <summary>The curve of memory: the probability that the highest moment of the week to come is above each size, none below the highest yet.</summary>
    /// <param name="summary">What was.</param>
    /// <param name="growth">How far peaks rise.</param>
    /// <param name="limit">What the app cannot go beyond, in bytes, and never reached yet; <see langword="null"/> where there is no such limit.</param>
    /// <returns><see langword="null"/> where memory was not measured.</returns>
    public static RiskCurve? OfMemory(UsageSummary summary, GrowthModel growth, double? limit)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(growth);
        if (summary.Weeks.Max(w => w.MemoryPeak) is not double peak)
        {
            return null;
        }

        var shifts = growth.Shifts(MemorySpread(summary));
        var low = LogBuckets.IndexOf(peak);
        var end = Math.Clamp(low + Math.Max(0, shifts[^1].Shift), low, LogBuckets.Count - 1);
        if (limit is double l && l > peak)
        {
            end = Math.Clamp(LogBuckets.IndexOf(l), low, end);
        }

        var risk = new float[end - low];
        foreach (var (shift, weight) in shifts)
        {
            for (var i = 0; i < shift && i < risk.Length; i++)
            {
                risk[i] += (float)weight;
            }
        }

        return new(low, risk);
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
