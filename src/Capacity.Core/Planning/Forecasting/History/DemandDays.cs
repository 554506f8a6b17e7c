namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>Makes days of hours.</summary>
/// <remarks>
/// A day stands for its 95th percentile over the hours, of each resource on its own: machines have to carry the busy hours of each day,
/// and the mean of a day would promise room that is not there at noon. The highest hour itself is left out in part, for a deployment that
/// runs old and new instances side by side for an hour is no growth; room for it is kept apart, as the upgrade surge of the capacity.
/// A day of which fewer than half of the hours were seen is a gap.
/// </remarks>
public static class DemandDays
{
    /// <summary>The fewest hours of a day that make one.</summary>
    public const int FewestHours = 12;

    /// <summary>The quantile of a day's hours that stands for it, 0 to 1.</summary>
    public const double High = 0.95;

    /// <summary>Makes the days that are over.</summary>
    /// <param name="hours">Hours of any cuts, in any order.</param>
    /// <param name="until">Days that end after this are not over.</param>
    public static IReadOnlyList<DemandPoint> Of(IEnumerable<DemandPoint> hours, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(hours);
        return [.. from hour in hours
                   let day = DemandStep.Day.Floor(hour.At)
                   where day + DemandStep.Day.Length() <= until
                   group hour by (hour.Reading.Cut, Day: day) into all
                   where all.Count() >= FewestHours
                   select Day(all.Key.Cut, all.Key.Day, [.. all])];
    }

    private static DemandPoint Day(DemandCut cut, DateTimeOffset day, DemandPoint[] hours) => new(
        DemandStep.Day,
        day,
        hours.Length,
        new(
            cut,
            DemandAmounts.Of(r => hours.MaxBy(h => h.At)!.Reading.Total[r]),
            DemandAmounts.Of(r => HighOf(hours, h => h.Reading.Allocated[r])),
            DemandAmounts.Of(r => HighOf(hours, h => h.Reading.Used[r]))));

    private static double? HighOf(DemandPoint[] hours, Func<DemandPoint, double?> amount)
    {
        double[] known = [.. hours.Select(amount).OfType<double>().Order()];
        if (known.Length < FewestHours)
        {
            return null;
        }

        var place = High * (known.Length - 1);
        var below = (int)place;
        return below + 1 < known.Length ? known[below] + ((place - below) * (known[below + 1] - known[below])) : known[below];
    }
}
