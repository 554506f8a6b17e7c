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
        var profile = SeasonalProfile.Learn(values, values.Length, periods, isRatio: false);
        double[] levels = [.. values.Select((v, t) => profile.Remove(v, t))];
        var changes = Outliers.Find(levels);
        for (var t = 0; t < levels.Length; t++)
        {
            levels[t] -= changes[t];
            changes[t] = -changes[t];
        }

        foreach (var (at, amount) in LevelShifts.Find(levels, season))
        {
            for (var t = 0; t < at; t++)
            {
                changes[t] += amount;
            }
        }

        return [.. values.Zip(changes, (v, c) => v + c)];
    }
}
