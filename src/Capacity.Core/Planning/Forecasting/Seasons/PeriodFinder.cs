namespace Capacity.Core.Planning.Forecasting.Seasons;

/// <summary>Finds the seasons of a series: the one that was named, and those that calendars bring along with it.</summary>
internal static class PeriodFinder
{
    /// <summary>The days of a week, in steps that are parts of a day.</summary>
    private const int Week = 7;

    private const int StepsOfADay = 24;
    private const int DaysOfAYear = 365;

    /// <summary>The variance that a season which nobody named has to explain, out of the sample.</summary>
    private const double LeastGain = 0;

    /// <summary>What is looked for where no season was named: weeks of days, months and hours of their cycles, weeks of a year.</summary>
    private static readonly int[] Usual = [7, 12, 24, 52];

    /// <summary>Finds the seasons, the shortest first.</summary>
    /// <param name="values">The series, without gaps.</param>
    /// <param name="season">The season in steps; 1 for none.</param>
    public static int[] Find(double[] values, int season)
    {
        if (season < 2)
        {
            var gains = Array.ConvertAll(Usual, p => Gain(values, values.Length, p));
            var most = gains.Max();
            var found = most < LeastGain ? -1 : Array.FindIndex(gains, g => g >= 0.9 * most);
            return found < 0 ? [] : [Usual[found]];
        }

        var periods = new List<int>();
        if (Gain(values, values.Length, season) > 0 || SeasonalityTest.Passes(values, season))
        {
            periods.Add(season);
        }

        var longer = season == Week ? DaysOfAYear : season >= StepsOfADay ? Week * season : 0;
        if (longer > 0 && Gain(Without(values, periods), values.Length, longer) >= LeastGain)
        {
            periods.Add(longer);
        }

        return [.. periods];
    }

    private static double[] Without(double[] values, List<int> periods)
    {
        if (periods.Count == 0 || values.Length < 2 * periods[0])
        {
            return values;
        }

        var season = SeasonalProfile.Learn(values, values.Length, [.. periods], isRatio: false);
        return [.. values.Select((v, t) => season.Remove(v, t))];
    }

    /// <summary>The share of the last cycle's variance around its trend that the cycles before it explain; below 0 where they only add to it.</summary>
    private static double Gain(double[] values, int count, int period)
    {
        var known = count - period;
        if (known < period + (period / 4))
        {
            return double.NegativeInfinity;
        }

        var trend = CentredTrend.Of(values, count, period);
        var (sums, cycles) = (new double[period], new int[period]);
        for (var t = 0; t < known; t++)
        {
            sums[t % period] += values[t] - trend[t];
            cycles[t % period]++;
        }

        var (rest, all) = (0.0, 0.0);
        for (var t = known; t < count; t++)
        {
            var deviation = values[t] - trend[t];
            all += deviation * deviation;
            deviation -= sums[t % period] / cycles[t % period];
            rest += deviation * deviation;
        }

        return all > 0 ? 1 - (rest / all) : double.NegativeInfinity;
    }
}
