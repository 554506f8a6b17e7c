namespace Capacity.Core.Alerting.Reviewing;

/// <summary>How long something took, of several.</summary>
/// <param name="Count">How many.</param>
/// <param name="Median">Half of them took no longer.</param>
/// <param name="P90">Nine of ten took no longer.</param>
/// <param name="Longest">None took longer.</param>
public sealed record TimeSummary(int Count, TimeSpan Median, TimeSpan P90, TimeSpan Longest)
{
    /// <summary>Sums times up, by the nearest rank; <see langword="null"/> for none.</summary>
    public static TimeSummary? Of(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? null : new(sorted.Length, Rank(0.5), Rank(0.9), sorted[^1]);

        TimeSpan Rank(double quantile) => sorted[Math.Max(0, (int)Math.Ceiling(quantile * sorted.Length) - 1)];
    }
}
