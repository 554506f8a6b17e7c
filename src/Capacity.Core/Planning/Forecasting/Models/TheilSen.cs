using Capacity.Core.Planning.Forecasting.Cleaning;

namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>
/// Growth that no outlier bends: the median slope (Theil, 1950, in the incomplete form of pairs that are half the history apart), from a level that is smoothed.
/// Of the values, or of their logarithms: growth by so much a step, or by such a share of what is there.
/// </summary>
/// <param name="name">The name in reports.</param>
/// <param name="isOfShares">Whether it is of logarithms; what is not above 0 stays as it is.</param>
internal sealed class TheilSen(string name, bool isOfShares) : IForecastModel
{
    /// <summary>The horizons that the line is laid through.</summary>
    private const int Reach = 4;

    private const int Shortest = 40;

    /// <summary>What a level takes up of the newest error.</summary>
    private static readonly double[] Alphas = [0.02, 0.05, 0.1, 0.2, 0.35, 0.6];

    public string Name => name;

    public double[] Fit(View view, int horizon)
    {
        var levels = Levels(view);
        var slope = Slope(levels, horizon);
        var ahead = Horizons.Of(horizon);
        return [Alphas.MinBy(a => Loss(levels, a, slope, ahead))];
    }

    public void Forecast(View view, double[] parameters, Span<double> forecast)
    {
        var levels = Levels(view);
        var slope = Slope(levels, forecast.Length);
        var level = levels[0];
        for (var t = 1; t < levels.Length; t++)
        {
            level += slope + (parameters[0] * (levels[t] - level - slope));
        }

        var isLogarithm = IsLogarithm(view);
        for (var i = 0; i < forecast.Length; i++)
        {
            var next = level + (slope * (i + 1));
            forecast[i] = view.Restore(isLogarithm ? Math.Exp(next) : next, i + 1);
        }
    }

    private static double Loss(double[] levels, double alpha, double slope, int[] ahead)
    {
        var loss = 0.0;
        var level = levels[0];
        for (var t = 1; t < levels.Length; t++)
        {
            level += slope + (alpha * (levels[t] - level - slope));
            foreach (var steps in ahead)
            {
                if (t + steps < levels.Length)
                {
                    loss += Math.Abs(levels[t + steps] - level - (slope * steps));
                }
            }
        }

        return loss;
    }

    private static double Slope(double[] levels, int horizon)
    {
        var length = Math.Min(levels.Length, Math.Max(Shortest, Reach * horizon));
        var start = levels.Length - length;
        var half = length / 2;
        var slopes = new double[length - half];
        for (var i = 0; half > 0 && i < slopes.Length; i++)
        {
            slopes[i] = (levels[start + i + half] - levels[start + i]) / half;
        }

        return Medians.Of(slopes);
    }

    private bool IsLogarithm(View view) => isOfShares && !view.Levels.AsSpan().ContainsAnyInRange(double.NegativeInfinity, 0);

    private double[] Levels(View view) => IsLogarithm(view) ? Array.ConvertAll(view.Levels, Math.Log) : view.Levels;
}
