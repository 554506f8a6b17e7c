namespace Capacity.Core.Planning.Forecasting.Seasons;

/// <summary>The test of the M4 competition for a season: its autocorrelation lies outside of Bartlett's 90 % limits.</summary>
internal static class SeasonalityTest
{
    private const double Quantile = 1.645;

    /// <summary>Says whether a series has a season; it has none with fewer than three of them.</summary>
    public static bool Passes(ReadOnlySpan<double> values, int period)
    {
        if (period < 2 || values.Length < 3 * period)
        {
            return false;
        }

        var correlations = Autocorrelation.Of(values, period);
        var sum = 1.0;
        for (var lag = 1; lag < period; lag++)
        {
            sum += 2 * correlations[lag] * correlations[lag];
        }

        return Math.Abs(correlations[period]) > Quantile * Math.Sqrt(sum / values.Length);
    }
}
