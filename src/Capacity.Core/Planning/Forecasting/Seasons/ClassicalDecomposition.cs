namespace Capacity.Core.Planning.Forecasting.Seasons;

/// <summary>Seasonal factors in the classical way: means of each phase of what is left of a centred moving average. The M4 competition's benchmarks stand on it.</summary>
internal static class ClassicalDecomposition
{
    /// <summary>Works out one factor for each phase, the phase of the first value first; their mean is 1.</summary>
    /// <param name="values">At least two seasons of positive values.</param>
    /// <param name="period">The season in steps, 2 or more.</param>
    public static double[] Factors(ReadOnlySpan<double> values, int period)
    {
        var sums = new double[period];
        var counts = new int[period];
        var half = period / 2;
        for (var t = half; t < values.Length - half; t++)
        {
            var trend = 0.0;
            for (var i = t - half; i <= t + half; i++)
            {
                var isEdge = period % 2 == 0 && (i == t - half || i == t + half);
                trend += isEdge ? values[i] / 2 : values[i];
            }

            sums[t % period] += values[t] / (trend / period);
            counts[t % period]++;
        }

        var mean = 0.0;
        for (var i = 0; i < period; i++)
        {
            sums[i] /= counts[i];
            mean += sums[i] / period;
        }

        return Array.ConvertAll(sums, s => s / mean);
    }
}
