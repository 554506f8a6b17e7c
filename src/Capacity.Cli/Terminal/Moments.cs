using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Cli.Terminal;

/// <summary>Moments as people write and read them.</summary>
internal static class Moments
{
    /// <summary>Reads a time, such as <c>2026-12-24T18:00:00Z</c>, or a length of time from now, such as <c>2h</c>. A time without a zone is UTC.</summary>
    /// <param name="name">The option, for the error.</param>
    /// <param name="text">What was written.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="UserErrorException">It is neither.</exception>
    public static DateTimeOffset Read(string name, string text, DateTimeOffset now) =>
        DurationText.TryParse(text) is { } length ? now + length
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at
        : throw new UserErrorException($"{name}: '{text}' is neither a time, such as 2026-12-24T18:00:00Z, nor a length of time, such as 2h, of up to {DurationText.Longest}.");

    /// <summary>Writes a time to the minute, in UTC.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>Writes a length of time in its two largest units; less than nothing is nothing.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 0 } => "0 s",
        { TotalSeconds: < 60 } => $"{(int)span.TotalSeconds} s",
        { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes} min",
        { TotalHours: < 24 } => $"{(int)span.TotalHours} h {span.Minutes} min",
        _ => $"{(int)span.TotalDays} d {span.Hours} h",
    };
}
