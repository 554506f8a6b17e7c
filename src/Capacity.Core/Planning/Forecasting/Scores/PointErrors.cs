namespace Capacity.Core.Planning.Forecasting.Scores;

/// <summary>How far forecasts were off, in the measures of the M4 competition.</summary>
public static class PointErrors
{
    /// <summary>The mean absolute step of a series from one season to the next: the unit of MASE and MSIS.</summary>
    /// <param name="history">The series; <see cref="double.NaN"/> is a gap, and steps to it or from it do not count.</param>
    /// <param name="season">The season in steps; 1 for none.</param>
    /// <returns><see langword="null"/> where the series never changes or is no longer than a season.</returns>
    public static double? NaiveScale(ReadOnlySpan<double> history, int season)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(season, 1);
        var (sum, count) = (0.0, 0);
        for (var t = season; t < history.Length; t++)
        {
            var step = Math.Abs(history[t] - history[t - season]);
            if (!double.IsNaN(step))
            {
                sum += step;
                count++;
            }
        }

        return sum > 0 ? sum / count : null;
    }

    /// <summary>The mean absolute scaled error (Hyndman and Koehler, 2006): 1 is what a naive forecast of one step has within the history.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="forecast">What was forecast, as long.</param>
    /// <param name="scale">The unit: <see cref="NaiveScale"/> of the history.</param>
    public static double Mase(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast, double scale)
    {
        var sum = 0.0;
        for (var i = 0; i < actual.Length; i++)
        {
            sum += Math.Abs(actual[i] - forecast[i]);
        }

        return sum / actual.Length / scale;
    }

    /// <summary>The symmetric mean absolute percentage error (Makridakis, 1993), 0 to 200; a step where both are 0 has none.</summary>
    public static double Smape(ReadOnlySpan<double> actual, ReadOnlySpan<double> forecast)
    {
        var sum = 0.0;
        for (var i = 0; i < actual.Length; i++)
        {
            var size = Math.Abs(actual[i]) + Math.Abs(forecast[i]);
            sum += size > 0 ? 200 * Math.Abs(actual[i] - forecast[i]) / size : 0;
        }

        return sum / actual.Length;
    }
}
