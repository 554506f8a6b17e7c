namespace Capacity.Core.Planning.Forecasting.Judging;

/// <summary>The moments of the past from which forecasts are made again: the newest first, each with what follows it known.</summary>
internal sealed record Origins(IReadOnlyList<int> Counts, int Horizon)
{
    private const int Most = 10;
    private const int FewestKnown = 8;

    /// <summary>How many windows lie side by side at least: what is weighed by the oldest can be judged by the newest.</summary>
    private const int Windows = 3;

    /// <summary>Picks the origins of a series.</summary>
    /// <param name="count">How many values it has.</param>
    /// <param name="horizon">The steps of the forecast to come; fewer are tested where the history is short.</param>
    /// <param name="season">The season in steps: origins are whole seasons apart, for forecasts come at the same time of day.</param>
    public static Origins Of(int count, int horizon, int season)
    {
        var least = Math.Max(FewestKnown, Math.Max(Math.Min(2 * season, count / 2) + 1, count / 3));
        var tested = Math.Min(horizon, Math.Max(Math.Clamp(count - least, 0, 1), (count - least) / Windows));
        if (tested == 0)
        {
            return new([], 0);
        }

        var apart = season > 1 && season <= horizon ? season * Math.Max(1, (int)Math.Round(tested / 3.0 / season)) : Math.Max(1, tested / 3);
        var counts = new List<int>();
        for (var known = count - tested; known >= least && counts.Count < Most; known -= apart)
        {
            counts.Add(known);
        }

        return new(counts, tested);
    }
}
