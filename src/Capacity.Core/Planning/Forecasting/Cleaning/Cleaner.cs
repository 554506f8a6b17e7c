using Capacity.Core.Planning.Forecasting.Seasons;

namespace Capacity.Core.Planning.Forecasting.Cleaning;

/// <summary>Takes out of a series what happened once, so that it does not count as growth.</summary>
internal static class Cleaner
{
    /// <summary>Removes outliers and lays what was before a shift onto the newest level.</summary>
    /// <param name="values">The series, without gaps.</param>
    /// <param name="season">The season in steps; 1 for none.</param>
    public static double[] Clean(double[] values, int season)
    {
        var periods = PeriodFinder.Find(values, season);
        double[] result = [.. values];

        // An outlier distorts its season too: the second look has learnt the season without it.
        for (var look = 0; look < 2; look++)
        {
            var profile = SeasonalProfile.Learn(result, values.Length, periods, isRatio: false);
            var excess = Outliers.Find([.. values.Select((v, t) => profile.Remove(v, t))]);
            result = [.. values.Zip(excess, (v, e) => v - e)];
        }

        var settled = SeasonalProfile.Learn(result, values.Length, periods, isRatio: false);
        foreach (var (at, amount) in LevelShifts.Find([.. result.Select((v, t) => settled.Remove(v, t))], season))
        {
            for (var t = 0; t < at; t++)
            {
                result[t] += amount;
            }
        }

        return result;
    }
}
