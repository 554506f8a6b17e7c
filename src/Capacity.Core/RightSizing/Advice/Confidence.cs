using Capacity.Core.RightSizing.Summaries;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>How far advice can be trusted, and why.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Coverage">Looks by looks expected, 0 to 1, over the days from the first to the last.</param>
/// <param name="FullWeeks">The whole weeks seen.</param>
/// <param name="DaysSinceChange">Days since the last deploy or change of size; <see langword="null"/> where there was none.</param>
/// <param name="CensoredRatio">The share of samples at a limit, the higher of CPU and memory, 0 to 1.</param>
public sealed record Confidence(ConfidenceGrade Grade, double Coverage, int FullWeeks, int? DaysSinceChange, double CensoredRatio)
{
    private const double FewGaps = 0.9;
    private const double ManyGaps = 0.5;
    private const double Censored = 0.01;

    /// <summary>Grades what is known.</summary>
    public static Confidence Of(UsageSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var days = summary.Days.ToArray();
        if (days.Length == 0)
        {
            return new(ConfidenceGrade.D, 0, 0, null, 0);
        }

        var coverage = days.Sum(d => d.Coverage) / (summary.End.DayNumber - days[0].Day.DayNumber);
        var changed = Array.FindLast(days, d => d.HasDeploy || d.HasResize);
        int? since = changed is null ? null : summary.End.DayNumber - 1 - changed.Day.DayNumber;
        var censored = Math.Max(
            (double)days.Sum(d => d.CpuAtLimit) / Math.Max(1, days.Sum(d => d.CpuSamples)),
            (double)days.Sum(d => d.MemoryAtLimit) / Math.Max(1, days.Sum(d => d.MemorySamples)));
        var missing = (summary.FullWeeks switch { 0 => 3, 1 => 1, _ => 0 }) + (coverage < ManyGaps ? 2 : coverage < FewGaps ? 1 : 0) + (since < 7 ? 1 : 0) + (censored > Censored ? 1 : 0);
        return new((ConfidenceGrade)Math.Min(missing, (int)ConfidenceGrade.D), coverage, summary.FullWeeks, since, censored);
    }
}
