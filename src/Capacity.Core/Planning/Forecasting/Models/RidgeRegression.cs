using MathNet.Numerics.LinearAlgebra;

namespace Capacity.Core.Planning.Forecasting.Models;

/// <summary>A linear function of earlier values.</summary>
internal sealed class RidgeRegression
{
    private const double LeastVariance = 1e-300;

    private readonly int[] lags;
    private readonly double[] weights;
    private readonly double mean;

    private RidgeRegression(int[] lags, double[] weights, double mean) => (this.lags, this.weights, this.mean) = (lags, weights, mean);

    /// <summary>Learns the function.</summary>
    /// <param name="values">More than the longest lag.</param>
    /// <param name="lags">How many steps back it looks, ascending.</param>
    /// <param name="ridge">What is added to the variance, in parts of it: what keeps weights small.</param>
    public static RidgeRegression Of(double[] values, int[] lags, double ridge)
    {
        var mean = values.Average();
        var centred = Array.ConvertAll(values, v => v - mean);
        var (first, size) = (lags[^1], lags.Length);
        var products = new double[size, size];
        var targets = new double[size];
        for (var i = 0; i < size; i++)
        {
            targets[i] = DotProduct.Of(Back(lags[i]), Back(0));
            for (var j = 0; j <= i; j++)
            {
                products[i, j] = DotProduct.Of(Back(lags[i]), Back(lags[j]));
            }
        }

        for (var i = 0; i < size; i++)
        {
            products[i, i] *= 1 + ridge;
            for (var j = 0; j < i; j++)
            {
                products[j, i] = products[i, j];
            }
        }

        if (Enumerable.Range(0, size).Any(i => products[i, i] < LeastVariance))
        {
            // A series that does not change goes on with its mean.
            return new(lags, new double[size], mean);
        }

        var solved = Matrix<double>.Build.DenseOfArray(products).Cholesky().Solve(Vector<double>.Build.DenseOfArray(targets));
        return new(lags, [.. solved], mean);

        ReadOnlySpan<double> Back(int steps) => centred.AsSpan(first - steps, centred.Length - first);
    }

    /// <summary>Works out the value at a time from those before.</summary>
    public double Next(double[] values, int time)
    {
        var sum = mean;
        for (var i = 0; i < lags.Length; i++)
        {
            sum += weights[i] * (values[time - lags[i]] - mean);
        }

        return sum;
    }
}
