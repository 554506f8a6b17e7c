namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>How a series grows: by as much each day, on the scale on which that is so.</summary>
/// <param name="IsOfShares">Whether it is the logarithms that do.</param>
/// <param name="Probability">The part of all clusters that is believed to.</param>
internal sealed record GrowthForm(bool IsOfShares, double Probability)
{
    /// <summary>The largest variance of a logarithm that is believed.</summary>
    private const double MostVariance = 0.5;

    /// <summary>Gets the forms: a line, and shares of what is there.</summary>
    public static IReadOnlyList<GrowthForm> All { get; } = [new(false, 0.65), new(true, 0.35)];

    /// <summary>Lays values onto the scale, 0 in the middle.</summary>
    /// <param name="relative">The values, 1 in the middle.</param>
    public double[] Lay(IEnumerable<double> relative) => [.. relative.Select(v => IsOfShares ? Math.Log(v) : v - 1)];

    /// <summary>How much smaller the scale is than the values, as a logarithm: what densities on it have to be multiplied by.</summary>
    public double LogDensity(IEnumerable<double> relative) => IsOfShares ? -relative.Sum(Math.Log) : 0;

    /// <summary>Puts what is said on the scale back: a value that is 1 in the middle, and its variance.</summary>
    public (double Middle, double Variance) Back(double middle, double variance)
    {
        var value = IsOfShares ? Math.Exp(middle) : 1 + middle;
        return (value, IsOfShares ? value * value * (Math.Exp(Math.Min(MostVariance, variance)) - 1) : variance);
    }
}
