namespace Capacity.Core.Planning.Forecasting.Seasons;

/// <summary>The trend of a series as a centred moving average over a season, drawn on to both ends.</summary>
internal static class CentredTrend
{
    /// <summary>Works out the trend at each of the first <paramref name="count"/> values.</summary>
    /// <param name="values">At least as many as a season has.</param>
    /// <param name="count">How many values count.</param>
    /// <param name="period">The season in steps.</param>
    public static double[] Of(double[] values, int count, int period)
    {
        var sums = new double[count + 1];
        for (var t = 0; t < count; t++)
        {
            sums[t + 1] = sums[t] + values[t];
        }

        var trend = new double[count];
        var half = period / 2;
        var (first, last) = (half, count - 1 - half);
        if (last < first)
        {
            Array.Fill(trend, sums[count] / count);
            return trend;
        }

        for (var t = first; t <= last; t++)
        {
            var whole = sums[t + half + 1] - sums[t - half];
            trend[t] = (period % 2 == 0 ? whole - ((values[t - half] + values[t + half]) / 2) : whole) / period;
        }

        // The ends go on with the slope of the nearest season.
        var reach = Math.Min(period, last - first);
        var (rise, fall) = reach == 0 ? (0, 0) : ((trend[first + reach] - trend[first]) / reach, (trend[last] - trend[last - reach]) / reach);
        for (var t = 0; t < first; t++)
        {
            trend[t] = trend[first] - (rise * (first - t));
        }

        for (var t = last + 1; t < count; t++)
        {
            trend[t] = trend[last] + (fall * (t - last));
        }

        return trend;
    }
}
