using MathNet.Numerics.Distributions;

namespace Capacity.Core.Planning.Forecasting.RunningOut;

/// <summary>Courses that demand may take. At each step they spread as the forecast's intervals say, and from step to step their errors hang together as those of the past did.</summary>
public static class DemandPaths
{
    /// <summary>The variance of normal errors whose mean absolute size is 1.</summary>
    private const double NormalVariance = Math.PI / 2;

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
        var (variance, noiseEcho, slowEcho) = forecast.Texture;
        // Noise is normal. The tails of the forecast's errors are those of the slow part: they say how little is known of a series, and make no peaks.
        double[] parts = [.. forecast.Scale.Select(s => s > 0 ? Math.Min(1, variance / (s * s * NormalVariance)) : 0)];
        double[] noiseSizes = [.. forecast.Scale.Zip(parts, (s, p) => s * Math.Sqrt(p * NormalVariance))];
        double[] slowSizes = [.. forecast.Scale.Zip(parts, (s, p) => s * Math.Sqrt(1 - p))];
        var result = new double[paths][];
        for (var i = 0; i < paths; i++)
        {
            var path = result[i] = new double[forecast.Point.Count];
            var (slow, noise) = (Normal.Sample(random, 0, 1), Normal.Sample(random, 0, 1));
            for (var h = 0; h < path.Length; h++)
            {
                var value = forecast.Point[h] + (slowSizes[h] * forecast.Errors.Quantile(Normal.CDF(0, 1, slow))) + (noiseSizes[h] * noise);
                path[h] = forecast.Floor is double floor ? Math.Max(floor, value) : value;
                slow = Next(slow, slowEcho);
                noise = Next(noise, noiseEcho);
            }
        }

        return result;

        double Next(double last, double echo) => (echo * last) + (Math.Sqrt(1 - (echo * echo)) * Normal.Sample(random, 0, 1));
    }
}
