using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Server.Pages.Parts;

/// <summary>Figures as people read them on a page; a dash for what is not known.</summary>
internal static class Show
{
    public const string Unknown = "–";

    public static string Cores(CpuCores? cpus) => Cores(cpus?.Cores);

    public static string Cores(double? cores) => cores is double c
        ? c.ToString(c switch { 0 => "0", < 10 => "0.##", < 1000 => "0.#", _ => "N0" }, CultureInfo.InvariantCulture)
        : Unknown;

    public static string Bytes(MemorySize? size) => size?.ToString() ?? Unknown;

    public static string Bytes(double? bytes) => bytes is double b ? MemorySize.FromBytes((long)Math.Max(0, b)).ToString() : Unknown;

    public static string Percent(double? ratio) => ratio is double r && double.IsFinite(r)
        ? (r * 100).ToString(r is > 0 and < 0.1 ? "0.#" : "#,0", CultureInfo.InvariantCulture) + " %"
        : Unknown;

    public static string Count(double? count) => count?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? Unknown;

    public static string Counted(int count, string what) => $"{Count(count)} {what}{(count == 1 ? "" : "s")}";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

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

    public static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;

    /// <summary>A part of a whole of which either may not be known.</summary>
    public static double? Share(double? part, double? whole) => part is double p && whole is > 0 ? p / whole : null;

    /// <summary>Writes a number as SVG and CSS take it.</summary>
    public static string Svg(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
