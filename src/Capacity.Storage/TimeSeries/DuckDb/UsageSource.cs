using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Chooses, day by day, between samples and 5-minute data.</summary>
internal sealed class UsageSource(DayCatalog catalog, DuckDbOptions options)
{
    private readonly DayView view = new(catalog);

    /// <summary>Selects <c>container</c>, <c>agent</c>, <c>bucket</c> and <see cref="BucketSql.Columns"/>, several rows to a container and bucket.</summary>
    /// <remarks>5-minute data serve a grid that they fit, where they exist (a range that ends between two of them takes its last day from samples), and any grid where the samples are no longer kept.</remarks>
    public string? Select(SeriesRange range, string filter)
    {
        var (origin, end, step) = (range.Start.ToMicroseconds(), range.End.ToMicroseconds(), range.Step.ToMicroseconds());
        var grid = new FiveMinuteGrid(origin, step, end);
        var coarse = view.SealedIn(origin, end)
            .Where(d => d.Has(StoreFiles.ContainersDownsampled) && (grid.Serves(d.Part.Day) || !d.Has(StoreFiles.Containers)))
            .Where(d => !catalog.Open.Any(o => o.Part.Day == d.Part.Day))
            .ToDictionary(d => d.Part.Day.ToMicroseconds());
        List<string> selects = [];
        if (coarse.Count > 0)
        {
            selects.Add($"""
                SELECT container, agent, (epoch_us(time) - {Sql.Number(origin)}) // {Sql.Number(step)} AS bucket, {BucketSql.Columns}
                FROM {Sql.Parquet(coarse.Values.Select(d => d.PathOf(StoreFiles.ContainersDownsampled)))}
                WHERE time >= {Sql.Time(origin)} AND time < {Sql.Time(end)}{filter}
                """);
        }

        foreach (var (from, to) in Between(origin, end, coarse.Keys))
        {
            var window = new BucketWindow(origin, step, from, to, options.LongestGap.ToMicroseconds());
            if (view.Containers(window.ReadFrom, window.ReadTo, filter) is { } rows)
            {
                selects.Add($"SELECT container, agent, bucket, {BucketSql.Columns} FROM ({BucketSql.Buckets(rows, "container, agent", window)})");
            }
        }

        return selects.Count == 0 ? null : Sql.Union(selects);
    }

    /// <summary>Gives the stretches of a range that lie outside of certain days.</summary>
    private static IEnumerable<(long From, long To)> Between(long from, long to, IEnumerable<long> days)
    {
        foreach (var day in days.Order())
        {
            if (day > from)
            {
                yield return (from, day);
            }

            from = Math.Max(from, day + Moments.PerDay);
        }

        if (from < to)
        {
            yield return (from, to);
        }
    }
}
