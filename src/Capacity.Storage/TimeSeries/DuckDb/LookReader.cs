using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Reads when somebody looked at the cluster, which tells a gap from an app that did not run.</summary>
internal sealed class LookReader(DayCatalog catalog, SealedLooks sealedLooks, DuckDbOptions options)
{
    private readonly DayView view = new(catalog);

    /// <summary>How much of each bucket lies between two looks that are no further apart than the longest gap, in microseconds.</summary>
    public long[] Observed(DuckDbSession session, SeriesRange range)
    {
        var observed = new long[range.Count];
        var (origin, end, step) = (range.Start.ToMicroseconds(), range.End.ToMicroseconds(), range.Step.ToMicroseconds());
        var gap = options.LongestGap.ToMicroseconds();
        var stretches = view.SealedIn(origin - gap, end + gap).SelectMany(d => sealedLooks.Of(session, d)).Concat(Open(session, origin - gap, end + gap));
        foreach (var (from, to) in LookStretch.Join(stretches.OrderBy(s => s.From), gap))
        {
            Share(observed, Math.Max(from, origin) - origin, Math.Min(to, end) - origin, step);
        }

        return observed;
    }

    /// <summary>Finds the last look; <see langword="null"/> where there was none.</summary>
    public DateTimeOffset? Latest(DuckDbSession session)
    {
        foreach (var day in catalog.Open.Select(o => o.Part.Day).Concat(catalog.Closed.Keys).Distinct().OrderDescending())
        {
            if (view.Rows("groups", _ => StoreFiles.Groups, day.ToMicroseconds(), day.AddDays(1).ToMicroseconds(), "") is { } rows
                && session.Number($"SELECT max(at_us) FROM ({rows})") is var at and > 0)
            {
                return Moments.ToTime(at);
            }
        }

        return null;
    }

    private List<LookStretch> Open(DuckDbSession session, long from, long to) => view.Rows("groups", _ => null, from, to, " AND cluster") is { } rows
        ? session.Query($"SELECT DISTINCT at_us FROM ({rows}) ORDER BY at_us", r => LookStretch.At(r.GetInt64(0)))
        : [];

    private static void Share(long[] observed, long from, long to, long step)
    {
        while (from < to)
        {
            var bucket = from / step;
            var until = Math.Min(to, (bucket + 1) * step);
            observed[bucket] += until - from;
            from = until;
        }
    }
}
