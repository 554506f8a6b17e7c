using MathNet.Numerics.Statistics;

namespace Capacity.Core.Planning.Forecasting.Cleaning;

/// <summary>Middles and spreads that outliers do not move.</summary>
internal static class Medians
{
    /// <summary>What makes the median absolute deviation the standard deviation of normal errors.</summary>
    private const double Normal = 1.4826;

    private const int Few = 16;

    /// <summary>The median; the mean of the two middle values where their number is even. A handful is put in order one by one: windows of a week are most of the work.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length > Few)
        {
            return ArrayStatistics.MedianInplace(values.ToArray());
        }

        Span<double> sorted = stackalloc double[values.Length];
        values.CopyTo(sorted);
        Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The spread around the median, as a standard deviation.</summary>
    public static double Spread(ReadOnlySpan<double> values, double median)
    {
        var deviations = new double[values.Length];
        for (var i = 0; i < deviations.Length; i++)
        {
            deviations[i] = Math.Abs(values[i] - median);
        }

        return Normal * Of(deviations);
    }

    private static void Sort(Span<double> values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            var value = values[i];
            var at = i;
            for (; at > 0 && values[at - 1] > value; at--)
            {
                values[at] = values[at - 1];
            }

            values[at] = value;
        }
    }
}
