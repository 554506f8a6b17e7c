namespace Capacity.Core.Planning.Forecasting.Seasons;

/// <summary>Tells whether seasons add to a series or multiply it.</summary>
internal static class SeasonKind
{
    /// <summary>Says whether the seasons of a series multiply its level: then less is left of it without them than if they added.</summary>
    public static bool IsRatio(double[] values, int[] periods) =>
        periods.Length > 0 && values.Min() > 0 && Rest(values, periods, isRatio: true) < Rest(values, periods, isRatio: false);

    private static double Rest(double[] values, int[] periods, bool isRatio)
    {
        var season = SeasonalProfile.Learn(values, values.Length, periods, isRatio);
        double[] levels = [.. values.Select((v, t) => season.Remove(v, t))];
        var trend = CentredTrend.Of(levels, levels.Length, periods[0]);
        return values.Select((v, t) => Math.Abs(v - season.Restore(trend[t], t))).Sum();
    }
}
