namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Selects samples wherever they lie: in databases that are open, in sealed days, or both for the same day.</summary>
internal sealed class DayView(DayCatalog catalog)
{
    /// <summary>Selects container samples with their names; <see langword="null"/> where no day in the range has any.</summary>
    /// <param name="from">The first moment, in microseconds.</param>
    /// <param name="to">The moment after the last.</param>
    /// <param name="filter">What else must hold of <c>app</c>, <c>framework</c>, <c>container</c> or <c>agent</c>; empty for nothing.</param>
    public string? Containers(long from, long to, string filter)
    {
        var files = Sealed(StoreFiles.Containers, from, to);
        List<string> selects = [.. OpenIn(from, to).SelectMany(o => (string[])[Tables.Of(o, Tables.Runs), Tables.Of(o, Tables.Tail)], (o, table) => $"""
            SELECT app, framework, container, agent, at_us, {Tables.ContainerFigures}
            FROM {table} c JOIN {Tables.Of(o, "series")} s ON s.id = c.series
            WHERE at_us >= {Sql.Number(from)} AND at_us < {Sql.Number(to)}{filter}
            """)];
        if (files.Count > 0)
        {
            selects.Add($"""
                SELECT app, framework, container, agent, epoch_us(time) AS at_us, epoch_us(sampled) AS sampled_us, * EXCLUDE (app, framework, container, agent, time, sampled)
                FROM {Sql.Parquet(files)}
                WHERE time >= {Sql.Time(from)} AND time < {Sql.Time(to)}{filter}
                """);
        }

        return selects.Count == 0 ? null : Sql.Union(selects);
    }

    /// <summary>Selects rows of agents, groups or packing; <see langword="null"/> where no day in the range has any.</summary>
    /// <param name="table"><c>agents</c>, <c>groups</c> or <c>agent_packing</c>.</param>
    /// <param name="file">The file of a sealed day, by day.</param>
    /// <param name="from">The first moment, in microseconds.</param>
    /// <param name="to">The moment after the last.</param>
    /// <param name="filter">What else must hold; empty for nothing.</param>
    public string? Rows(string table, Func<SealedDay, string?> file, long from, long to, string filter)
    {
        var files = SealedIn(from, to).Select(d => file(d) is { } f && d.Has(f) ? d.PathOf(f) : null).OfType<string>().ToList();
        List<string> selects = [.. OpenIn(from, to).Select(o =>
            $"SELECT * FROM {o.Part.Alias}.{table} WHERE at_us >= {Sql.Number(from)} AND at_us < {Sql.Number(to)}{filter}")];
        if (files.Count > 0)
        {
            selects.Add($"SELECT epoch_us(time) AS at_us, * EXCLUDE (time) FROM {Sql.Parquet(files)} WHERE time >= {Sql.Time(from)} AND time < {Sql.Time(to)}{filter}");
        }

        return selects.Count == 0 ? null : Sql.Union(selects);
    }

    /// <summary>Gives the sealed days that overlap a range.</summary>
    public IEnumerable<SealedDay> SealedIn(long from, long to) => catalog.Sealed.Where(d => Overlaps(d.Part.Day, from, to));

    /// <summary>Gives every file of sealed days in a range.</summary>
    public IReadOnlyList<string> Sealed(string file, long from, long to) =>
        [.. SealedIn(from, to).Where(d => d.Has(file)).Select(d => d.PathOf(file))];

    private static bool Overlaps(DateOnly day, long from, long to) => day.ToMicroseconds() < to && day.AddDays(1).ToMicroseconds() > from;

    private IEnumerable<OpenDay> OpenIn(long from, long to) => catalog.Open.Where(o => Overlaps(o.Part.Day, from, to));
}
