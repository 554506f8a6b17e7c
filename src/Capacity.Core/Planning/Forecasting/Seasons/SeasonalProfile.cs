namespace Capacity.Core.Planning.Forecasting.Seasons;

/// <summary>What time of day and day of week do to a series: one figure for each phase of each of its seasons.</summary>
/// <remarks>The seasons are sums, or sums of logarithms where <see cref="IsRatio"/>.</remarks>
internal sealed class SeasonalProfile
{
    /// <summary>The cycles after which what was counts half.</summary>
    private const double HalfLife = 8;

    /// <summary>The cycles whose worth of doubt every season starts with.</summary>
    private const double Doubt = 1;

    private readonly int[] periods;

    private SeasonalProfile(int[] periods, double[][] figures, bool isRatio) => (this.periods, Figures, IsRatio) = (periods, figures, isRatio);

    /// <summary>Gets the seasons in steps, the shortest first.</summary>
    public IReadOnlyList<int> Periods => periods;

    /// <summary>Gets what each phase of each season adds; the phase of the first value first.</summary>
    public double[][] Figures { get; }

    /// <summary>Gets whether a season multiplies the level; otherwise it is added.</summary>
    public bool IsRatio { get; }

    /// <summary>Learns the profile from the first values of a series.</summary>
    /// <param name="values">The series; positive where <paramref name="isRatio"/>.</param>
    /// <param name="count">How many values count.</param>
    /// <param name="periods">The seasons in steps, the shortest first; at least two cycles of each are there.</param>
    /// <param name="isRatio">Whether seasons multiply.</param>
    public static SeasonalProfile Learn(double[] values, int count, int[] periods, bool isRatio)
    {
        var figures = new double[periods.Length][];
        if (periods.Length == 0)
        {
            return new(periods, figures, isRatio);
        }

        var rest = new double[count];
        for (var t = 0; t < count; t++)
        {
            rest[t] = isRatio ? Math.Log(values[t]) : values[t];
        }

        for (var i = 0; i < periods.Length; i++)
        {
            var trend = CentredTrend.Of(rest, count, periods[i]);
            figures[i] = Averages(rest, trend, count, periods[i]);
            for (var t = 0; t < count; t++)
            {
                rest[t] -= figures[i][t % periods[i]];
            }
        }

        return new(periods, figures, isRatio);
    }

    /// <summary>Says what the seasons add, or add to the logarithm, at a time.</summary>
    public double At(int time)
    {
        var sum = 0.0;
        for (var i = 0; i < periods.Length; i++)
        {
            sum += Figures[i][time % periods[i]];
        }

        return sum;
    }

    /// <summary>Takes the seasons out of a value.</summary>
    public double Remove(double value, int time) => periods.Length == 0 ? value : IsRatio ? value / Math.Exp(At(time)) : value - At(time);

    /// <summary>Puts the seasons back.</summary>
    public double Restore(double level, int time) => periods.Length == 0 ? level : IsRatio ? level * Math.Exp(At(time)) : level + At(time);

    private static double[] Averages(double[] values, double[] trend, int count, int period)
    {
        var sums = new double[period];
        var weights = new double[period];
        var weight = 1.0;
        for (var t = count - 1; t >= 0; t--)
        {
            sums[t % period] += weight * (values[t] - trend[t]);
            weights[t % period] += weight;
            if ((count - t) % period == 0)
            {
                weight *= Math.Pow(0.5, 1 / HalfLife);
            }
        }

        var mean = 0.0;
        for (var i = 0; i < period; i++)
        {
            sums[i] /= weights[i];
            mean += sums[i] / period;
        }

        var cycles = (double)count / period;
        return Array.ConvertAll(sums, s => (s - mean) * cycles / (cycles + Doubt));
    }
}
