using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Server.Pages.Parts;

/// <summary>Figures with their units as mails, alerts and documents have them; a dash for what is not known.</summary>
internal static class Figures
{
    public static string Bytes(double? bytes) => bytes is double b ? MemorySize.FromBytes((long)Math.Max(0, b)).ToString() : Show.Unknown;

    public static string Percent(double? ratio) => ratio is double r && double.IsFinite(r)
        ? (r * 100).ToString(r is > 0 and < 0.1 ? "0.#" : "#,0", CultureInfo.InvariantCulture) + " %"
        : Show.Unknown;

    /// <summary>An age or a length of time, in its two largest units; the smaller one only where there is some of it.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 0 } => "0 s",
        { TotalSeconds: < 60 } => $"{(int)span.TotalSeconds} s",
        { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes} min",
        { TotalHours: < 24, Minutes: 0 } => $"{(int)span.TotalHours} h",
        { TotalHours: < 24 } => $"{(int)span.TotalHours} h {span.Minutes} min",
        { Hours: 0 } => $"{(int)span.TotalDays} d",
        _ => $"{(int)span.TotalDays} d {span.Hours} h",
    };
}
