namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Looks at the cluster of which no two neighbours are too far apart, from the first to the last, in microseconds since 1970.</summary>
internal readonly record struct LookStretch(long From, long To)
{
    /// <summary>A single look.</summary>
    public static LookStretch At(long moment) => new(moment, moment);

    /// <summary>Joins stretches that are no further apart than the longest gap.</summary>
    /// <param name="stretches">In the order of their beginnings.</param>
    /// <param name="gap">The longest gap, in microseconds.</param>
    public static LookStretch[] Join(IEnumerable<LookStretch> stretches, long gap)
    {
        List<LookStretch> joined = [];
        foreach (var next in stretches)
        {
            if (joined.Count > 0 && next.From - joined[^1].To <= gap)
            {
                joined[^1] = new(joined[^1].From, Math.Max(joined[^1].To, next.To));
            }
            else
            {
                joined.Add(next);
            }
        }

        return [.. joined];
    }
}
