using Capacity.Core.Planning.Forecasting.History;

namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>Remembers what capacities were in the last day, and gives the one in the middle: a rack that is down for hours is no reason to buy one. Not for several threads at once.</summary>
public sealed class CapacityBook
{
    /// <summary>How far it looks back.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(1);

    /// <summary>The time from one capacity that is remembered to the next; in between the last one is replaced.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);

    private readonly Dictionary<(DemandCut, DemandResource), List<(DateTimeOffset At, CapacityLevels Levels)>> known = [];

    /// <summary>Notes capacities.</summary>
    /// <param name="at">When the cluster was like that; not before the last one.</param>
    /// <param name="levels">The capacities; what is in none of the last day is forgotten.</param>
    public void Note(DateTimeOffset at, IReadOnlyDictionary<(DemandCut Cut, DemandResource Resource), CapacityLevels> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        foreach (var (key, value) in levels)
        {
            var list = known.TryGetValue(key, out var before) ? before : known[key] = [];
            if (list.Count > 1 && at - list[^2].At < Step)
            {
                list.RemoveAt(list.Count - 1);
            }

            list.Add((at, value));
        }

        foreach (var (key, list) in known)
        {
            list.RemoveAll(l => l.At <= at - Window);
            if (list.Count == 0)
            {
                known.Remove(key);
            }
        }
    }

    /// <summary>Gives the levels in the middle by what is effective, with what is allocated now.</summary>
    public IReadOnlyDictionary<(DemandCut Cut, DemandResource Resource), CapacityLevels> Usual() => known.ToDictionary(
        k => k.Key,
        k => k.Value.OrderBy(l => l.Levels.Effective).ElementAt(k.Value.Count / 2).Levels with { Allocated = k.Value[^1].Levels.Allocated });
}
