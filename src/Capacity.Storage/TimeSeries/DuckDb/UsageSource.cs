using Capacity.Core.TimeSeries;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Chooses, day by day, between samples and what was made of them, the coarsest that serves.</summary>
internal sealed class UsageSource(DayCatalog catalog, DuckDbOptions options)
{
    private readonly DayView view = new(catalog);

    /// <summary>Selects <c>bucket</c> and <see cref="BucketSql.Columns"/>, with <c>container</c> and <c>agent</c> where instances are told apart; several rows to a bucket.</summary>
    /// <remarks>
    /// Coarser data serve a grid that they fit, where they exist (a range that ends between two of them takes its last day from samples),
    /// and any grid where the samples are no longer kept. It is to be called and used within one transaction.
    /// </remarks>
    public string? Select(DuckDbSession session, SeriesRange range, string filter, UsageDetail detail)
    {
        var (origin, end, step) = (range.Start.ToMicroseconds(), range.End.ToMicroseconds(), range.Step.ToMicroseconds());
        var grid = new BucketGrid(origin, step, end);
        var keys = detail == UsageDetail.Instance ? "container, agent, " : "";
        var bucket = $"{Sql.Number(origin)}) // {Sql.Number(step)} AS bucket, {BucketSql.Columns}";
        List<string> selects = [];
        List<(long From, long To)> covered = [];
        foreach (var days in Sealed(grid, detail).GroupBy(d => d.File, d => d.Day))
        {
            covered.AddRange(days.Select(d => (d.Part.Day.ToMicroseconds(), d.Part.Day.AddDays(1).ToMicroseconds())));
            selects.Add($"""
                SELECT {keys}(epoch_us(time) - {bucket}
                FROM {Sql.Parquet(days.Select(d => d.PathOf(days.Key)))}
                WHERE time >= {Sql.Time(origin)} AND time < {Sql.Time(end)}{filter}
                """);
        }

        foreach (var (day, from, to) in Rolled(session, grid))
        {
            covered.Add((from, to));
            selects.Add($"""
                SELECT {keys}(at_us - {bucket}
                FROM {Made(day, detail)}
                WHERE at_us >= {Sql.Number(from)} AND at_us < {Sql.Number(to)}{filter}
                """);
        }

        foreach (var (from, to) in Between(origin, end, covered))
        {
            var window = new BucketWindow(origin, step, from, to, options.LongestGap.ToMicroseconds());
            if (view.Containers(window.ReadFrom, window.ReadTo, filter) is { } rows)
            {
                selects.Add($"SELECT {keys}bucket, {BucketSql.Columns} FROM ({BucketSql.Buckets(rows, "container, agent", window)})");
            }
        }

        return selects.Count == 0 ? null : Sql.Union(selects);
    }

    /// <summary>Gives the sealed days that need no samples, and the file that serves best.</summary>
    private IEnumerable<(SealedDay Day, string File)> Sealed(BucketGrid grid, UsageDetail detail)
    {
        (string File, long Width)[] files = detail == UsageDetail.Instance
            ? [(StoreFiles.ContainersHourly, Moments.Hour), (StoreFiles.ContainersDownsampled, Moments.FiveMinutes)]
            : [(StoreFiles.AppsDownsampled, Moments.FiveMinutes), (StoreFiles.ContainersDownsampled, Moments.FiveMinutes)];
        return view.SealedIn(grid.Origin, grid.End)
            .Where(d => !catalog.Open.Any(o => o.Part.Day == d.Part.Day))
            .Select(d => (Day: d, File: files.FirstOrDefault(f => d.Has(f.File) && grid.Serves(d.Part.Day, f.Width)).File
                ?? files.LastOrDefault(f => d.Has(f.File) && !d.Has(StoreFiles.Containers)).File))
            .Where(d => d.File is not null);
    }

    private static string Made(OpenDay day, UsageDetail detail) => detail == UsageDetail.App
        ? Tables.Of(day, Tables.AppBuckets)
        : $"{Tables.Of(day, Tables.Buckets)} b JOIN {Tables.Of(day, "series")} s ON s.id = b.series";

    /// <summary>Gives what open days have of 5-minute data, up to the last that lies within the range.</summary>
    private IEnumerable<(OpenDay Day, long From, long To)> Rolled(DuckDbSession session, BucketGrid grid) =>
        from day in catalog.Open
        where grid.Serves(Moments.FiveMinutes) && catalog.SealedOn(day.Part.Day) is null && catalog.Open.Count(o => o.Part.Day == day.Part.Day) == 1
        let start = Math.Max(grid.Origin, day.Part.Day.ToMicroseconds())
        let to = Math.Min(DayBuckets.Until(session, day), grid.End / Moments.FiveMinutes * Moments.FiveMinutes)
        where start < to
        select (day, start, to);

    /// <summary>Gives the stretches of a range that nothing covers yet.</summary>
    private static IEnumerable<(long From, long To)> Between(long from, long to, IEnumerable<(long From, long To)> covered)
    {
        foreach (var stretch in covered.Order())
        {
            if (stretch.From > from)
            {
                yield return (from, stretch.From);
            }

            from = Math.Max(from, stretch.To);
        }

        if (from < to)
        {
            yield return (from, to);
        }
    }
}
