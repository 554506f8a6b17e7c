using System.Globalization;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Core.Units;

namespace Capacity.Server.RightSizing;

/// <summary>Writes amounts for people, the same in pages, reports and reasons.</summary>
public static class Amounts
{
    /// <summary>The hours of a month of 30 days and 10 hours, as clouds bill it.</summary>
    public const double HoursPerMonth = 730;

    private const string Unknown = "–";

    /// <summary>Writes cores.</summary>
    public static string Cores(double? cores) => cores?.ToString(cores is > 0 and < 0.01 ? "0.####" : "#,0.##", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>Writes cores with their name.</summary>
    public static string NamedCores(double? cores) => Cores(cores) is "1" ? "1 core" : $"{Cores(cores)} cores";

    /// <summary>Writes bytes.</summary>
    public static string Bytes(double? bytes) => bytes is double b ? MemorySize.FromBytes((long)Math.Max(0, b)).ToString() : Unknown;

    /// <summary>Writes a number.</summary>
    public static string Number(double? value) => value?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>Writes a number of things.</summary>
    public static string Counted(int count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    /// <summary>Writes a size and a count.</summary>
    public static string Of(Shape? shape) => shape is null ? Unknown : $"{NamedCores(shape.Cpus.Cores)}, {shape.Memory} × {Number(shape.Instances)}";

    /// <summary>Writes the money of a month.</summary>
    /// <param name="perHour">Money an hour.</param>
    /// <param name="currency">What money is called; empty for nothing.</param>
    public static string Monthly(double? perHour, string currency) => perHour is double p
        ? $"{(p * HoursPerMonth).ToString("#,0;−#,0;0", CultureInfo.InvariantCulture)} {(currency.Length > 0 ? currency : "units")}"
        : Unknown;
}
