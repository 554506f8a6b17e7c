namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Writes a day that is over to sorted Parquet files, with the 5-minute data beside the samples.</summary>
/// <remarks>
/// Everything goes to a folder with a name of its own, is counted, brought to disk, and only then gets its real name, in one step.
/// A crash before that leaves the database as it was; after it, the database is superseded and is deleted at the next start.
/// </remarks>
internal sealed class DaySealer(StoreFiles files, DuckDbOptions options)
{
    /// <summary>About how many samples are downsampled in one go: enough to be fast, few enough to stay within the memory limit.</summary>
    private const long SliceRows = 1_000_000;

    private const string FiveMinutes = "INTERVAL 5 MINUTE";

    /// <summary>Writes one database's day, joined with what was sealed of that day before.</summary>
    public SealedDay Seal(DuckDbSession session, DayCatalog catalog, OpenDay day)
    {
        var final = files.FolderOf(day.Part);
        var folder = final + StoreFiles.Unfinished;
        StoreFiles.DeleteFolder(folder);
        Directory.CreateDirectory(folder);

        var before = catalog.SealedOn(day.Part.Day);
        var alias = day.Part.Alias;
        var containers = $"""
            SELECT app, framework, container, agent, make_timestamp(at_us) AS time, make_timestamp(sampled_us) AS sampled, c.* EXCLUDE (series, at_us, sampled_us)
            FROM (FROM {alias}.{Tables.Runs} UNION ALL FROM {alias}.{Tables.Tail}) c JOIN {alias}.series s ON s.id = c.series
            """;
        Copy(session, folder, StoreFiles.Containers, containers, before, "app, framework, container, time");
        Copy(session, folder, StoreFiles.Agents, WithTime(alias, "agents"), before, "agent, time");
        Copy(session, folder, StoreFiles.Groups, WithTime(alias, "groups"), before, "cluster DESC, zone, time");
        Copy(session, folder, StoreFiles.Packing, WithTime(alias, Tables.Packing), before, "agent, time");
        DownsampleAgents(session, folder);
        DownsampleContainers(session, catalog, folder, day.Part.Day);
        Condense(session, folder, StoreFiles.ContainersHourly, "app, framework, container, agent, time_bucket(INTERVAL 1 HOUR, time) AS time", "app, framework, container, time");
        Condense(session, folder, StoreFiles.AppsDownsampled, "app, framework, time", "app, framework, time");
        SummarizeInstances(session, folder);

        foreach (var file in Directory.GetFiles(folder))
        {
            StoreFiles.Sync(file);
        }

        FolderSync.Sync(folder);
        Directory.Move(folder, final);
        FolderSync.Sync(files.Days);
        return SealedDay.Read(day.Part, final);
    }

    private static string WithTime(string alias, string table) => $"SELECT make_timestamp(at_us) AS time, * EXCLUDE (at_us) FROM {alias}.{table}";

    private static void Copy(DuckDbSession session, string folder, string file, string rows, SealedDay? before, string order)
    {
        var all = before is not null && before.Has(file) ? Sql.Union([$"SELECT * FROM {Sql.Parquet([before.PathOf(file)])}", rows]) : rows;
        var path = Path.Combine(folder, file);
        session.Execute(ToParquet($"SELECT * FROM ({all}) ORDER BY {order}", path));
        Verify(session, path, $"SELECT count(*) FROM ({all})");
    }

    private static string ToParquet(string rows, string path) =>
        $"COPY ({rows}) TO {Sql.Text(path)} (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)";

    private static void Verify(DuckDbSession session, string path, string count)
    {
        var expected = session.Number(count);
        var written = session.Number($"SELECT count(*) FROM {Sql.Parquet([path])}");
        if (written != expected)
        {
            throw new IOException($"{Path.GetFileName(path)} holds {written} rows and should hold {expected}.");
        }
    }

    private static void DownsampleAgents(DuckDbSession session, string folder) => session.Execute(ToParquet(
        $"""
        SELECT time_bucket({FiveMinutes}, time) AS time, agent, arg_max(zone, time) AS zone, arg_max(state, time) AS state,
            count(*)::INTEGER AS looks, avg(active) AS active, {Tables.Each(Tables.Levels, c => $"avg({c}) AS {c}")}
        FROM {Sql.Parquet([Path.Combine(folder, StoreFiles.Agents)])}
        GROUP BY 1, 2 ORDER BY agent, 1
        """,
        Path.Combine(folder, StoreFiles.AgentsDownsampled)));

    /// <summary>Puts 5-minute data together, by longer pieces of time or over all instances; what is there is also in the finer file.</summary>
    private static void Condense(DuckDbSession session, string folder, string file, string keys, string order)
    {
        var source = Sql.Parquet([Path.Combine(folder, StoreFiles.ContainersDownsampled)]);
        var path = Path.Combine(folder, file);
        session.Execute(ToParquet($"SELECT {keys}, {BucketSql.Merge} FROM {source} GROUP BY ALL ORDER BY {order}", path));
        const string Samples = "SELECT sum(samples)::BIGINT FROM ";
        if (session.Number(Samples + Sql.Parquet([path])) != session.Number(Samples + source))
        {
            throw new IOException($"{file} does not hold what {StoreFiles.ContainersDownsampled} does.");
        }
    }

    private static void SummarizeInstances(DuckDbSession session, string folder)
    {
        var source = Sql.Parquet([Path.Combine(folder, StoreFiles.ContainersHourly)]);
        var path = Path.Combine(folder, StoreFiles.InstancesDaily);
        session.Execute(ToParquet($"SELECT app, framework, container, {InstanceRanking.Peaks} FROM {source} GROUP BY ALL ORDER BY app, framework, container", path));
        Verify(session, path, $"SELECT count(*) FROM (SELECT DISTINCT app, framework, container FROM {source})");
    }

    private void DownsampleContainers(DuckDbSession session, DayCatalog catalog, string folder, DateOnly day)
    {
        var raw = Path.Combine(folder, StoreFiles.Containers);
        var (from, to) = (day.ToMicroseconds(), day.AddDays(1).ToMicroseconds());
        var window = new BucketWindow(from, Moments.FiveMinutes, from, to, options.LongestGap.ToMicroseconds());
        var view = new DayView(catalog);
        var scratch = Path.Combine(files.Spill, "downsampling.duckdb");
        File.Delete(scratch);
        session.Execute($"ATTACH {Sql.Text(scratch)} AS scratch");
        try
        {
            var made = false;
            foreach (var filter in Slices(session, raw))
            {
                // A rate over midnight has one of its samples in the day before or after.
                var neighbours = new[] { (window.ReadFrom, from), (to, window.ReadTo) }
                    .Select(edge => view.Containers(edge.Item1, edge.Item2, filter)).OfType<string>();
                var own = $"""
                    SELECT app, framework, container, agent, epoch_us(time) AS at_us, epoch_us(sampled) AS sampled_us, * EXCLUDE (app, framework, container, agent, time, sampled)
                    FROM {Sql.Parquet([raw])} WHERE true{filter}
                    """;
                var buckets = BucketSql.Buckets(Sql.Union([own, .. neighbours]), "app, framework, container, agent", window);
                var rows = $"""
                    SELECT app, framework, container, agent, {Sql.Time(from)} + {FiveMinutes} * bucket AS time, {BucketSql.Kept}
                    FROM ({buckets}) ORDER BY app, framework, container, time
                    """;
                session.Execute(made ? $"INSERT INTO scratch.buckets {rows}" : $"CREATE TABLE scratch.buckets AS {rows}");
                made = true;
            }

            var path = Path.Combine(folder, StoreFiles.ContainersDownsampled);
            session.Execute(ToParquet("SELECT * REPLACE (cpu_us::FLOAT AS cpu_us, cpu_peak::FLOAT AS cpu_peak) FROM scratch.buckets", path));
            Verify(session, path, "SELECT count(*) FROM scratch.buckets");
        }
        finally
        {
            session.CleanUp("DETACH scratch");
            File.Delete(scratch);
            File.Delete(scratch + ".wal");
        }
    }

    /// <summary>Cuts the apps, in the order of the file, into runs of about equally many samples; at least one run.</summary>
    private static List<string> Slices(DuckDbSession session, string raw)
    {
        var edges = session.Query(
            $"""
            SELECT min(app), max(app) FROM (
                SELECT app, (sum(rows) OVER (ORDER BY app)) // {Sql.Number(SliceRows)} AS slice
                FROM (SELECT app, count(*) AS rows FROM {Sql.Parquet([raw])} GROUP BY app))
            GROUP BY slice ORDER BY slice
            """,
            r => $" AND app >= {Sql.Text(r.GetString(0))} AND app <= {Sql.Text(r.GetString(1))}");
        return edges.Count == 0 ? [" AND false"] : edges;
    }
}
