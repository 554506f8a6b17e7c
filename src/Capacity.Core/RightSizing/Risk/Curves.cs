using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Risk;

/// <summary>Makes the risk of each size from what was. No size lies far from what was seen.</summary>
public static class Curves
{
    /// <summary>The largest margin above the highest use of CPU.</summary>
    private const double MostCpuGrowth = 1.25;

    /// <summary>Where use never came nearer to the request than this, the request is more than enough.</summary>
    private const double FarBelow = 0.9;

    /// <summary>How much a week counts of what the one after it does: half after two weeks.</summary>
    private const double Fading = 0.7;

    /// <summary>How far all use may rise, in buckets (by 8 %, 15 % and 25 %), and the share of time for which it is taken to. It gives even apps a margin, and careful dials something to buy.</summary>
    private static readonly (int Shift, double Ratio)[] Rises = [(0, 0.98), (4, 0.01), (7, 0.0099), (11, 0.0001)];

    /// <summary>The same where one week is known: nobody has seen how that app's weeks differ, so a rise is what is expected.</summary>
    private static readonly (int Shift, double Ratio)[] RisesAfterOneWeek = [(0, 0.04), (4, 0.6), (7, 0.355), (11, 0.005)];

    /// <summary>Makes the curve of CPU: the share of the known time above each size. What was lately counts more, and a little rise is provided for.</summary>
    /// <returns><see langword="null"/> where CPU was not measured.</returns>
    public static RiskCurve? OfCpu(UsageSummary summary)
    {
        if (MostCpu(summary) is not double most)
        {
            return null;
        }

        var known = new Exceedance();
        for (var week = 0; week < summary.Weeks.Count; week++)
        {
            known.Merge(summary.Weeks[week].Exceedance, Math.Pow(Fading, week));
        }

        var rises = summary.Weeks.Count > 1 ? Rises : RisesAfterOneWeek;
        var risk = new float[Math.Max(0, LogBuckets.IndexOf(most) - known.First) + 1];
        for (var i = 0; i < risk.Length; i++)
        {
            risk[i] = (float)rises.Sum(r => r.Ratio * known[known.First + i - r.Shift]);
        }

        return new(known.First, risk);
    }

    /// <summary>Finds the most CPU that is ever advised: a quarter above the highest use, and no more than was asked for where use stayed below nine tenths of it.</summary>
    /// <returns>Cores; <see langword="null"/> where CPU was not measured.</returns>
    public static double? MostCpu(UsageSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var asked = summary.Days.LastOrDefault(d => d.CpuPeak is not null)?.CpuRequested ?? 0;
        return summary.Days.Max(d => d.CpuPeak?.Value) is not double peak ? null
            : peak <= asked * FarBelow ? Math.Min(peak * MostCpuGrowth, asked)
            : peak * MostCpuGrowth;
    }

    /// <summary>Makes the curve of memory: the probability that the highest moment of the week to come is above each size, from the highest yet to <see cref="MostMemory"/>.</summary>
    /// <param name="summary">The weeks of the app.</param>
    /// <param name="growth">How all apps rose and fell.</param>
    /// <param name="targets">Whether sizes below the highest yet are thought of as well.</param>
    /// <returns><see langword="null"/> where memory was not measured.</returns>
    public static RiskCurve? OfMemory(UsageSummary summary, GrowthModel growth, RiskTargets targets)
    {
        ArgumentNullException.ThrowIfNull(growth);
        ArgumentNullException.ThrowIfNull(targets);
        if (MostMemory(summary) is not (double most, bool isHeld))
        {
            return null;
        }

        var level = MemoryLevel.Of(summary)!.Value;
        var low = LogBuckets.IndexOf(level);
        var risk = new float[LogBuckets.IndexOf(most) - low + 1];
        var spread = MemorySpread(summary);
        growth.AddTo(risk, spread, summary.Weeks.Count);
        if (isHeld)
        {
            risk[^1] = 0;
        }

        return targets.MemoryMayBeBelowPeak && summary.Weeks[0] is { IsWhole: true, MemoryPeak: double last and > 0 }
            ? Below(low, risk, Math.Min(last, level), ratio => growth.RatioAboveLast(ratio, spread))
            : new(low, risk);
    }

    /// <summary>Goes on to smaller sizes, down to half of what the last week needed: there the risk is how often weeks are that much below the one before.</summary>
    private static RiskCurve Below(int low, float[] risk, double last, Func<double, double> above)
    {
        var first = Math.Min(low, LogBuckets.IndexOf(last / 2));
        var below = Enumerable.Range(first, low - first).Select(i => Math.Max(risk[0], (float)above(LogBuckets.UpperEdge(i) / last)));
        return new(first, [.. below, .. risk]);
    }

    /// <summary>Finds the most memory that is ever advised: eight times what was ever used, and no more than the limit that was there and never felt.</summary>
    /// <returns>Bytes, and whether it is that limit, which nothing can go beyond; <see langword="null"/> where memory was not measured.</returns>
    public static (double Bytes, bool IsLimit)? MostMemory(UsageSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (MemoryLevel.Of(summary) is not double peak)
        {
            return null;
        }

        var most = peak * GrowthModel.Most;
        return summary.UnfeltMemoryLimit is double limit && limit >= peak && limit <= most ? (limit, true) : (most, false);
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
