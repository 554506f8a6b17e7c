namespace Capacity.Core.Planning.Forecasting.Scores;

/// <summary>How good intervals were.</summary>
public static class IntervalErrors
{
    /// <summary>The mean scaled interval score (Gneiting and Raftery, 2007; scaled as in the M4 competition): width, and a penalty for what lies outside.</summary>
    /// <param name="actual">What came.</param>
    /// <param name="low">The lower bounds.</param>
    /// <param name="high">The upper bounds.</param>
    /// <param name="level">What part should lie inside, 0 to 1 exclusive.</param>
    /// <param name="scale">The unit: <see cref="PointErrors.NaiveScale"/> of the history.</param>
    public static double Msis(ReadOnlySpan<double> actual, ReadOnlySpan<double> low, ReadOnlySpan<double> high, double level, double scale)
    {
        var sum = 0.0;
        for (var i = 0; i < actual.Length; i++)
        {
            var outside = Math.Max(0, low[i] - actual[i]) + Math.Max(0, actual[i] - high[i]);
            sum += high[i] - low[i] + (2 / (1 - level) * outside);
        }

        return sum / actual.Length / scale;
    }

    /// <summary>The share of what came that lay inside, bounds included: 0 to 1.</summary>
    public static double Coverage(ReadOnlySpan<double> actual, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        var inside = 0;
        for (var i = 0; i < actual.Length; i++)
        {
            inside += actual[i] >= low[i] && actual[i] <= high[i] ? 1 : 0;
        }

        return (double)inside / actual.Length;
    }
}
