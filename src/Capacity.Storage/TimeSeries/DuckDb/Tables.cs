namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>The tables of a day's database and what becomes of them in Parquet.</summary>
/// <remarks>
/// <c>at_us</c> is when the collection began, <c>sampled_us</c> when the agent read the container, both in microseconds since 1970.
/// Counters are whole microseconds of CPU, which is the finest that the kernel's files give. In Parquet names replace the series id
/// (sorted, they cost next to nothing) and times are timestamps.
/// </remarks>
internal static class Tables
{
    /// <summary>Container samples as they came, the newest.</summary>
    public const string Tail = "containers";

    /// <summary>The samples before them: one run after the other, each sorted by series and time.</summary>
    public const string Runs = "container_runs";

    /// <summary>Containers by 5 minutes, from the beginning of the day up to the moment in <see cref="Bucketed"/>.</summary>
    public const string Buckets = "container_buckets";

    /// <summary>The sums of <see cref="Buckets"/> per app, so that what an app used today costs the same for five instances as for a thousand.</summary>
    public const string AppBuckets = "app_buckets";

    /// <summary>One row: how far <see cref="Buckets"/> and <see cref="AppBuckets"/> go.</summary>
    public const string Bucketed = "bucketed";

    /// <summary>How agents are packed, a row for each agent and report.</summary>
    public const string Packing = "agent_packing";

    /// <summary>Every table of an open day.</summary>
    public static readonly IReadOnlyList<string> All = [Tail, Runs, Buckets, AppBuckets, Bucketed, "series", "agents", "groups", Packing];

    /// <summary>What an agent says of a container, with the request; in the order in which rows are appended.</summary>
    public const string ContainerFigures =
        "sampled_us, cpu_us, periods, throttled, throttled_us, cpu_limit, cpu_request, memory, memory_rss, memory_total, memory_limit, memory_request, disk";

    /// <summary>The figures of the cluster, a zone or an agent, in the order in which rows are appended.</summary>
    public const string Levels =
        "containers, cpu_measured, memory_measured, cpu_total, cpu_allocated, cpu_offered, cpu_free, cpu_stranded, cpu_used, "
        + "memory_total, memory_allocated, memory_offered, memory_free, memory_stranded, memory_used";

    private const string Containers = """
        (series INTEGER, at_us BIGINT, sampled_us BIGINT, cpu_us BIGINT, periods BIGINT, throttled BIGINT, throttled_us BIGINT,
            cpu_limit DOUBLE, cpu_request DOUBLE, memory BIGINT, memory_rss BIGINT, memory_total BIGINT, memory_limit BIGINT, memory_request BIGINT, disk BIGINT)
        """;

    private const string Figures = """
        at_us BIGINT, life_us BIGINT, cpu_us DOUBLE, cpu_measured_us BIGINT, cpu_peak DOUBLE, periods DOUBLE, throttled DOUBLE, samples BIGINT, memory_samples BIGINT,
            memory_sum DOUBLE, memory_max BIGINT, cpu_request_sum DOUBLE, memory_request_sum DOUBLE, cpu_limit_sum DOUBLE, cpu_limit_samples BIGINT,
            memory_limit_sum DOUBLE, memory_limit_samples BIGINT
        """;

    /// <summary>Makes the tables that are missing in the current database.</summary>
    public static readonly string Create = $"""
        CREATE TABLE IF NOT EXISTS series(id INTEGER, framework VARCHAR, app VARCHAR, container VARCHAR, agent VARCHAR);
        CREATE TABLE IF NOT EXISTS {Tail}{Containers};
        CREATE TABLE IF NOT EXISTS {Runs}{Containers};
        CREATE TABLE IF NOT EXISTS {Buckets}(series INTEGER, {Figures});
        CREATE TABLE IF NOT EXISTS {AppBuckets}(framework VARCHAR, app VARCHAR, {Figures});
        CREATE TABLE IF NOT EXISTS {Bucketed}(until_us BIGINT);
        CREATE TABLE IF NOT EXISTS agents(at_us BIGINT, agent VARCHAR, zone VARCHAR, state VARCHAR, looks INTEGER, active DOUBLE, {Typed(Levels)});
        CREATE TABLE IF NOT EXISTS groups(at_us BIGINT, cluster BOOLEAN, zone VARCHAR, agents DOUBLE, active_agents DOUBLE, unknown_size DOUBLE, {Typed(Levels)});
        CREATE TABLE IF NOT EXISTS {Packing}(at_us BIGINT, agent VARCHAR, used BOOLEAN, containers INTEGER,
            cpu_allocated FLOAT, cpu_stranded FLOAT, cpu_threshold FLOAT, cpu_fragmented FLOAT,
            memory_allocated FLOAT, memory_stranded FLOAT, memory_threshold FLOAT, memory_fragmented FLOAT,
            mix_room FLOAT, room_small BIGINT, room_medium BIGINT, room_large BIGINT, loss_unplaced INTEGER, risks INTEGER);
        """;

    /// <summary>Names a table of a day.</summary>
    public static string Of(OpenDay day, string table) => $"{day.Part.Alias}.{table}";

    /// <summary>Writes a list of columns with something done to each.</summary>
    public static string Each(string columns, Func<string, string> expression) => string.Join(", ", columns.Split(", ").Select(expression));

    private static string Typed(string columns) => Each(columns, c => c + " DOUBLE");
}
