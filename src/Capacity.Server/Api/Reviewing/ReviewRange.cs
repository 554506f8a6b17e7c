using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Server.Api.Reviewing;

/// <summary>The stretch of time that a review is asked for.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="End">Its end, exclusive.</param>
public sealed record ReviewRange(DateTimeOffset From, DateTimeOffset End)
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    /// <summary>Reads it: times, or lengths of time before now. Without them, the last week.</summary>
    /// <param name="from">The beginning, as it was written.</param>
    /// <param name="to">The end, as it was written.</param>
    /// <param name="now">The time.</param>
    /// <returns>The stretch, or what is wrong.</returns>
    public static (ReviewRange? Range, string? Fault) Read(string? from, string? to, DateTimeOffset now)
    {
        var end = string.IsNullOrEmpty(to) ? now : Time(to, now);
        var start = string.IsNullOrEmpty(from) ? end - Usual : Time(from, now);
        return start is null || end is null ? (null, $"{(end is null ? "to" : "from")}: '{(end is null ? to : from)}' is neither a time, such as 2026-03-09T00:00:00Z, nor a length of time before now, such as 7d.")
            : start >= end ? (null, "from has to be before to.")
            : end - start > Longest ? (null, $"from {start:yyyy-MM-dd} to {end:yyyy-MM-dd} is too long: {Longest.TotalDays} days at most.")
            : (new(start.Value, end.Value), null);
    }

    private static DateTimeOffset? Time(string text, DateTimeOffset now) =>
        DurationText.TryParse(text) is { } length ? now - length
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at
        : null;
}
