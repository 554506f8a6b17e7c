namespace Capacity.Core.Planning.Forecasting.Seasons;

/// <summary>How much a series is like itself some steps ago.</summary>
internal static class Autocorrelation
{
    /// <summary>Works out the autocorrelations of the lags 0 to <paramref name="most"/>, each -1 to 1; 0 where the series is constant.</summary>
    public static double[] Of(ReadOnlySpan<double> values, int most)
    {
        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        var result = new double[most + 1];
        for (var lag = 0; lag <= most; lag++)
        {
            var sum = 0.0;
            for (var t = lag; t < values.Length; t++)
            {
                sum += (values[t] - mean) * (values[t - lag] - mean);
            }

            result[lag] = lag == 0 ? sum : result[0] > 0 ? sum / result[0] : 0;
        }

        result[0] = result[0] > 0 ? 1 : 0;
        return result;
    }
}
