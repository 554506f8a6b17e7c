namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Makes 5-minute data of an open day as it goes on, so that an answer over weeks does not wait for the samples of today.</summary>
/// <remarks>
/// What is made is final: it ends so long before the newest batch that no later one in its turn can change it. A late batch
/// drops what it changes (<see cref="DayBuckets.Undo"/>), and that is made again. When the day is sealed, all of it is made anew from the samples.
/// </remarks>
internal sealed class DayRoller(DayStore days, DuckDbOptions options)
{
    /// <summary>The stretch that is made in one transaction, while batches wait. The samples around it are read with it, so a short one costs more.</summary>
    private const long Stretch = 8 * Moments.FiveMinutes;

    /// <summary>About how many samples are worked on at once, to stay within the memory limit.</summary>
    private const long SliceRows = 125_000;

    /// <summary>Makes what can be made.</summary>
    public void Roll(OpenDay day, CancellationToken cancellationToken)
    {
        while (days.Use((session, catalog) => catalog.Open.Contains(day) && TryRoll(session, catalog, day), cancellationToken))
        {
        }
    }

    private bool TryRoll(DuckDbSession session, DayCatalog catalog, OpenDay day)
    {
        lock (days.Writing)
        {
            using var transaction = session.Connection.BeginTransaction();
            var from = DayBuckets.Until(session, day);
            var end = day.Part.Day.AddDays(1).ToMicroseconds();
            var to = Math.Min(from + Stretch, end);
            if (to <= from || to > catalog.Open.Max(o => o.Newest) - options.LongestGap.ToMicroseconds())
            {
                return false;
            }

            Make(session, new DayView(catalog), day, new(from, Moments.FiveMinutes, from, to, options.LongestGap.ToMicroseconds()));
            SumApps(session, day, from, to);
            DayBuckets.Set(session, day, to);
            transaction.Commit();
            day.RolledUntil = to;
            return true;
        }
    }

    private static void SumApps(DuckDbSession session, OpenDay day, long from, long to) => session.Execute($"""
        INSERT INTO {Tables.Of(day, Tables.AppBuckets)}
        SELECT framework, app, at_us, {BucketSql.Merge}
        FROM {Tables.Of(day, Tables.Buckets)} b JOIN {Tables.Of(day, "series")} s ON s.id = b.series
        WHERE at_us >= {Sql.Number(from)} AND at_us < {Sql.Number(to)}
        GROUP BY framework, app, at_us ORDER BY app, framework, at_us
        """);

    private static void Make(DuckDbSession session, DayView view, OpenDay day, BucketWindow window)
    {
        var (begin, end) = (day.Part.Day.ToMicroseconds(), day.Part.Day.AddDays(1).ToMicroseconds());
        var rows = session.Number(Sql.Union([.. Own("count(*) AS rows", "")]).Insert(0, "SELECT sum(rows)::BIGINT FROM (") + ")");
        var slices = (rows / SliceRows) + 1;
        var width = (day.Series.Count / slices) + 1;
        for (var first = 0L; first < day.Series.Count; first += width)
        {
            var part = $" AND series >= {Sql.Number(first)} AND series < {Sql.Number(first + width)}";
            var samples = Sql.Union([.. Own($"series AS container, at_us, {Tables.ContainerFigures}", part), .. Beside(window.ReadFrom, begin), .. Beside(end, window.ReadTo)]);
            session.Execute($"""
                INSERT INTO {Tables.Of(day, Tables.Buckets)}
                SELECT container AS series, {Sql.Number(window.From)} + {Sql.Number(window.Step)} * bucket AS at_us, {BucketSql.Columns}
                FROM ({BucketSql.Buckets(samples, "container", window)}) ORDER BY series, at_us
                """);

            // A rate over midnight has one of its samples in the day before or after, where the container has another number.
            IEnumerable<string> Beside(long from, long to) => from < to && view.Containers(from, to, "") is { } beside
                ? [$"SELECT id AS container, at_us, {Tables.ContainerFigures} FROM ({beside}) JOIN {Tables.Of(day, "series")} s USING (container, app, framework, agent) WHERE true{part.Replace("series", "id", StringComparison.Ordinal)}"]
                : [];
        }

        IEnumerable<string> Own(string columns, string part) => ((string[])[Tables.Runs, Tables.Tail]).Select(table =>
            $"SELECT {columns} FROM {Tables.Of(day, table)} WHERE at_us >= {Sql.Number(window.ReadFrom)} AND at_us < {Sql.Number(window.ReadTo)}{part}");
    }
}
