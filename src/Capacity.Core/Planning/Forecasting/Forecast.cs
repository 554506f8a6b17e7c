using Capacity.Core.Planning.Forecasting.Intervals;

namespace Capacity.Core.Planning.Forecasting;

/// <summary>What is to come of a series, the next step first.</summary>
/// <param name="Name">The model, or <c>combination</c>.</param>
/// <param name="Point">The most likely course.</param>
/// <param name="Scale">How large errors usually are at each step, in the unit of the series.</param>
/// <param name="Errors">How errors spread around the course, in parts of the scale.</param>
/// <param name="Texture">How errors of steps hang together.</param>
/// <param name="Floor">The least that can come; <see langword="null"/> where there is no such.</param>
public sealed record Forecast(string Name, IReadOnlyList<double> Point, IReadOnlyList<double> Scale, ErrorDistribution Errors, ErrorTexture Texture, double? Floor)
{
    /// <summary>Gives the value that is not exceeded with a probability.</summary>
    /// <param name="step">The step, 0 for the next.</param>
    /// <param name="probability">From 0 to 1.</param>
    public double Quantile(int step, double probability)
    {
        var value = Point[step] + (Scale[step] * Errors.Quantile(probability));
        return Floor is double floor ? Math.Max(floor, value) : value;
    }

    /// <summary>Gives the same quantile of every step.</summary>
    public double[] Quantiles(double probability) => [.. Enumerable.Range(0, Point.Count).Select(h => Quantile(h, probability))];
}
