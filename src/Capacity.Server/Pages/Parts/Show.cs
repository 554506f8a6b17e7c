using System.Globalization;
using Capacity.Core.Units;

namespace Capacity.Server.Pages.Parts;

/// <summary>Figures as people read them on a page; a dash for what is not known.</summary>
internal static class Show
{
    public const string Unknown = "–";

    public static string Cores(CpuCores? cpus) => cpus is { } c
        ? c.Cores.ToString(c.Cores switch { 0 => "0", < 10 => "0.##", < 1000 => "0.#", _ => "N0" }, CultureInfo.InvariantCulture)
        : Unknown;

    public static string Bytes(MemorySize? size) => size?.ToString() ?? Unknown;

    public static string Percent(double? ratio) => ratio is double r && double.IsFinite(r)
        ? (r * 100).ToString(r is > 0 and < 0.1 ? "0.#" : "0", CultureInfo.InvariantCulture) + " %"
        : Unknown;

    public static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
