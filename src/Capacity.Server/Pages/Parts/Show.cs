using System.Globalization;
using System.Text.RegularExpressions;
using Capacity.Core.Units;

namespace Capacity.Server.Pages.Parts;

/// <summary>Figures as people read them on a page; a dash for what is not known.</summary>
internal static partial class Show
{
    public const string Unknown = "–";

    public static string Cores(CpuCores? cpus) => Cores(cpus?.Cores);

    public static string Cores(double? cores) => cores is double c
        ? c.ToString(c switch { 0 => "0", < 10 => "0.##", < 1000 => "0.#", _ => "N0" }, CultureInfo.InvariantCulture)
        : Unknown;

    public static string Bytes(MemorySize? size) => Unbroken(size?.ToString() ?? Unknown);

    public static string Bytes(double? bytes) => Unbroken(Figures.Bytes(bytes));

    public static string Percent(double? ratio) => Unbroken(Figures.Percent(ratio));

    public static string Count(double? count) => count?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? Unknown;

    public static string Counted(int count, string what) => $"{Count(count)} {what}{(count == 1 ? "" : "s")}";

    /// <summary>A value of an enumeration as people write it: <c>down for maintenance</c>.</summary>
    public static string Plain<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? " " : "")}{char.ToLowerInvariant(c)}" : $"{c}"));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Figures.Span"/>
    public static string Span(TimeSpan span) => Unbroken(Figures.Span(span));

    /// <summary>Keeps units with their figures, where a line ends.</summary>
    public static string Unbroken(string text) => BeforeUnit().Replace(text, "\u00a0");

    public static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;

    /// <summary>A part of a whole of which either may not be known.</summary>
    public static double? Share(double? part, double? whole) => part is double p && whole is > 0 ? p / whole : null;

    /// <summary>Writes a number as SVG and CSS take it.</summary>
    public static string Svg(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=\d) (?=(?:%|[KMGTPE]?i?B|s|min|h|d|cores?)(?!\w))|(?<=×) (?=\d)")]
    private static partial Regex BeforeUnit();
}
