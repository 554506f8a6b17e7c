using Capacity.Core.Planning.Forecasting.Models;

namespace Capacity.Core.Planning.Forecasting.ShortHistory;

/// <summary>The lower triangle whose product with itself, turned over, is a covariance (Cholesky).</summary>
internal sealed class Triangle
{
    private readonly double[][] rows;

    private Triangle(double[][] rows, double logDeterminant) => (this.rows, LogDeterminant) = (rows, logDeterminant);

    /// <summary>Gets the logarithm of the determinant of the covariance.</summary>
    public double LogDeterminant { get; }

    /// <summary>Takes a covariance apart.</summary>
    /// <param name="count">How many values there are.</param>
    /// <param name="covariance">The covariance of two of them.</param>
    public static Triangle Of(int count, Func<int, int, double> covariance)
    {
        var rows = new double[count][];
        var logDeterminant = 0.0;
        for (var i = 0; i < count; i++)
        {
            var row = rows[i] = new double[i + 1];
            for (var j = 0; j < i; j++)
            {
                row[j] = (covariance(i, j) - DotProduct.Of(row.AsSpan(0, j), rows[j].AsSpan(0, j))) / rows[j][j];
            }

            row[i] = Math.Sqrt(covariance(i, i) - DotProduct.Of(row.AsSpan(0, i), row.AsSpan(0, i)));
            logDeterminant += 2 * Math.Log(row[i]);
        }

        return new(rows, logDeterminant);
    }

    /// <summary>Takes out of values what hangs together in them: the covariance of what is left is 1 at each place and 0 between them.</summary>
    public double[] Whiten(ReadOnlySpan<double> values)
    {
        var white = new double[rows.Length];
        for (var i = 0; i < white.Length; i++)
        {
            white[i] = (values[i] - DotProduct.Of(rows[i].AsSpan(0, i), white.AsSpan(0, i))) / rows[i][i];
        }

        return white;
    }
}
