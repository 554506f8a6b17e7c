using Capacity.Core.Alerting.Reviewing;

namespace Capacity.Server.Api.Reviewing;

/// <summary>How long something took, of several.</summary>
/// <param name="Count">How many.</param>
/// <param name="MedianSeconds">Half of them took no longer.</param>
/// <param name="P90Seconds">Nine of ten took no longer.</param>
/// <param name="LongestSeconds">None took longer.</param>
public sealed record TimesDocument(int Count, double MedianSeconds, double P90Seconds, double LongestSeconds)
{
    internal static TimesDocument? Of(TimeSummary? times) =>
        times is null ? null : new(times.Count, times.Median.TotalSeconds, times.P90.TotalSeconds, times.Longest.TotalSeconds);
}
