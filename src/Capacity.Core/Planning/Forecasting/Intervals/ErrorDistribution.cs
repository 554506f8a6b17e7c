using MathNet.Numerics.Distributions;

namespace Capacity.Core.Planning.Forecasting.Intervals;

/// <summary>How errors spread, in parts of their usual size.</summary>
public sealed class ErrorDistribution
{
    /// <summary>How many series the assumption is worth that is made before any were seen.</summary>
    private const double AssumedSeries = 10;

    private const int AssumedFreedom = 3;

    /// <summary>How much larger errors are than those that the weights of a combination were chosen by.</summary>
    private const double AssumedGrowth = 1.06;

    private const int Parts = 400;

    private readonly double[] quantiles;

    private ErrorDistribution(double[] quantiles) => this.quantiles = quantiles;

    /// <summary>Learns from errors of the past, beside the assumption of Student's distribution with 3 degrees of freedom.</summary>
    /// <param name="errors">Each error by its usual size, and what it counts: 1 for all of a series together.</param>
    internal static ErrorDistribution Of(IEnumerable<(double Value, double Weight)> errors)
    {
        var samples = errors.Concat(Assumed()).OrderBy(e => e.Value).ToArray();
        var whole = samples.Sum(s => s.Weight);
        var quantiles = new double[Parts + 1];
        var (sum, at) = (0.0, 0);
        for (var i = 0; i <= Parts; i++)
        {
            while (at < samples.Length - 1 && sum + samples[at].Weight < whole * i / Parts)
            {
                sum += samples[at++].Weight;
            }

            quantiles[i] = samples[at].Value;
        }

        return new(quantiles);
    }

    /// <summary>Gives Student's distribution, its mean absolute value 1.</summary>
    /// <param name="freedom">The degrees of freedom, more than 1.</param>
    internal static ErrorDistribution Student(double freedom)
    {
        double[] values = [.. Enumerable.Range(0, Parts + 1).Select(i => StudentT.InvCDF(0, 1, freedom, (i + 0.5) / (Parts + 1)))];
        var size = values.Average(Math.Abs);
        return new(Array.ConvertAll(values, v => v / size));
    }

    /// <summary>Gives the distribution whose quantiles lie between those of two.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="share">What the other one counts, 0 to 1.</param>
    internal ErrorDistribution Towards(ErrorDistribution other, double share) => new([.. quantiles.Zip(other.quantiles, (a, b) => a + (share * (b - a)))]);

    /// <summary>Gives the error, in parts of its usual size, that is not exceeded with a probability.</summary>
    /// <param name="probability">From 0 to 1; linear between four hundred points.</param>
    public double Quantile(double probability)
    {
        var place = Math.Clamp(probability, 0, 1) * Parts;
        var low = Math.Min((int)place, Parts - 1);
        return quantiles[low] + ((quantiles[low + 1] - quantiles[low]) * (place - low));
    }

    private static IEnumerable<(double Value, double Weight)> Assumed()
    {
        // The mean absolute value of Student's distribution with 3 degrees of freedom is 2 sqrt(3) / pi.
        var size = 2 * Math.Sqrt(3) / Math.PI / AssumedGrowth;
        return Enumerable.Range(0, Parts).Select(i => (StudentT.InvCDF(0, 1, AssumedFreedom, (i + 0.5) / Parts) / size, AssumedSeries / Parts));
    }
}
