using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Cli.Terminal;

/// <summary>Figures as people read them; a dash for what is not known.</summary>
internal static class Figures
{
    public const string Unknown = "–";

    public static string Cores(CpuCores? cpus) => cpus is { } c ? Number(c.Cores) : Unknown;

    public static string Bytes(MemorySize? size) => size?.ToString() ?? Unknown;

    public static string Percent(double? ratio) => ratio is double r && double.IsFinite(r) ? (r * 100).ToString(r is > 0 and < 0.1 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %" : Unknown;

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of things whose plural ends in s.</summary>
    public static string Counted(long count, string what) => $"{Count(count)} {what}{(count == 1 ? string.Empty : "s")}";

    public static double? Ratio(double? part, double whole) => whole > 0 ? part / whole : null;

    private static string Number(double value) => value.ToString(value switch { 0 => "0", < 10 => "0.##", < 1000 => "0.#", _ => "N0" }, CultureInfo.InvariantCulture);
}
