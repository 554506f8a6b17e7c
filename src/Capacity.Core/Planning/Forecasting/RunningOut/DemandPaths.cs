using MathNet.Numerics.Distributions;

namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>Courses that demand may take. At each step they spread as the forecast's intervals say, and from step to step their errors hang together as those of the past did.</summary>
public static class DemandPaths
{
    /// <summary>Simulates courses.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="paths">How many.</param>
    /// <param name="seed">What the random numbers are made of.</param>
    /// <returns>Each course, step by step.</returns>
    public static IReadOnlyList<double[]> Simulate(Forecast forecast, int paths, int seed)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        var random = new Random(seed);
        var (part, echo) = forecast.Correlation;
        var (slowPart, newPart, fresh) = (Math.Sqrt(part), Math.Sqrt(1 - part), Math.Sqrt(1 - (echo * echo)));
        var result = new double[paths][];
        for (var i = 0; i < paths; i++)
        {
            var path = result[i] = new double[forecast.Point.Count];
            var slow = Normal.Sample(random, 0, 1);
            for (var h = 0; h < path.Length; h++)
            {
                var place = (slowPart * slow) + (newPart * Normal.Sample(random, 0, 1));
                path[h] = forecast.Quantile(h, Normal.CDF(0, 1, place));
                slow = (echo * slow) + (fresh * Normal.Sample(random, 0, 1));
            }
        }

        return result;
    }
}
