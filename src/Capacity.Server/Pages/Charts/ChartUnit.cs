using Capacity.Server.Pages.Parts;

namespace Capacity.Server.Pages.Charts;

/// <summary>What a chart's figures are: how they are written, and where its scale has lines.</summary>
public sealed class ChartUnit
{
    private readonly Func<double, string> format;
    private readonly double[] factors;
    private readonly double radix;

    private ChartUnit(Func<double, string> format, double radix, params double[] factors) => (this.format, this.radix, this.factors) = (format, radix, factors);

    /// <summary>Gets cores of CPU.</summary>
    public static ChartUnit Cores { get; } = new(v => Show.Cores(v), 10, 1, 2, 5);

    /// <summary>Gets whole things.</summary>
    public static ChartUnit Count { get; } = new(v => Show.Count(v), 10, 1, 2, 5);

    /// <summary>Gets bytes, in binary units.</summary>
    public static ChartUnit Bytes { get; } = new(v => Show.Bytes(v), 2, 1);

    /// <summary>Gets ratios, as percent.</summary>
    public static ChartUnit Share { get; } = new(v => Show.Percent(v), 10, 1, 2, 2.5, 5);

    /// <summary>Writes a figure.</summary>
    public string Text(double value) => format(value);

    /// <summary>Picks round figures from zero up to the first that is not below <paramref name="most"/>: two to four lines above zero.</summary>
    public IReadOnlyList<double> Ticks(double most)
    {
        var wanted = (most > 0 && double.IsFinite(most) ? most : 1) / 4;
        var power = Math.Pow(radix, Math.Floor(Math.Log(wanted, radix)));
        var step = factors.Append(radix).Select(f => f * power).First(s => s >= wanted * (1 - 1e-9));
        var count = (int)Math.Ceiling((most / step) - 1e-9);
        return [.. Enumerable.Range(0, Math.Max(1, count) + 1).Select(i => i * step)];
    }
}
