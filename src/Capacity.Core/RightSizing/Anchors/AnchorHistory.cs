using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Anchors;

/// <summary>What rules of other tools are given of one app: the days before the one that advice is for.</summary>
/// <param name="Days">The days of the training window with whole histograms per instance, the earliest first.</param>
/// <param name="Decays">The days' decayed weights, by day.</param>
/// <param name="End">The day after the last.</param>
public sealed record AnchorHistory(IReadOnlyList<AppDayProfile> Days, IReadOnlyDictionary<DateOnly, DecayedDay> Decays, DateOnly End)
{
    /// <summary>Finds the highest figure of any instance over the latest days.</summary>
    /// <param name="days">How many days to look back.</param>
    /// <param name="of">CPU or memory of an instance's day.</param>
    /// <param name="figure">The figure of an instance over these days.</param>
    public double? Highest(int days, Func<InstanceDay, UsageDigest> of, Func<UsageDigest, double?> figure)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(figure);
        var from = End.AddDays(-days);
        return Days.Where(d => d.Day >= from).SelectMany(d => d.Instances.Values).GroupBy(i => i.Key, of).Max(i => figure(Whole(i)));
    }

    private static UsageDigest Whole(IEnumerable<UsageDigest> days)
    {
        var whole = new UsageDigest(1);
        foreach (var day in days)
        {
            whole.Merge(day);
        }

        return whole;
    }
}
