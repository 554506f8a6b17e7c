namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Turns samples of containers into figures per container and bucket. The same statement serves pages and the downsampling.</summary>
/// <remarks>
/// Counters are taken to grow evenly between two neighbouring samples that are no further apart than the gap, and the growth is
/// shared among the buckets between them by time. So buckets add up: five 1-minute buckets hold what the 5-minute bucket over
/// them holds, whether that was made from the samples or from a finer grid. A counter that fell gives nothing.
/// </remarks>
internal static class BucketSql
{
    /// <summary>What questions are about, per container and bucket, and how several of them are put together.</summary>
    public const string Merge =
        "sum(life_us)::BIGINT AS life_us, sum(cpu_us) AS cpu_us, sum(cpu_measured_us)::BIGINT AS cpu_measured_us, max(cpu_peak)::DOUBLE AS cpu_peak, "
        + "sum(periods) AS periods, sum(throttled) AS throttled, sum(samples)::BIGINT AS samples, "
        + "sum(memory_samples)::BIGINT AS memory_samples, sum(memory_sum) AS memory_sum, max(memory_max) AS memory_max, "
        + "sum(cpu_request_sum) AS cpu_request_sum, sum(memory_request_sum) AS memory_request_sum, "
        + "sum(cpu_limit_sum) AS cpu_limit_sum, sum(cpu_limit_samples)::BIGINT AS cpu_limit_samples, "
        + "sum(memory_limit_sum) AS memory_limit_sum, sum(memory_limit_samples)::BIGINT AS memory_limit_samples";

    /// <summary>The columns that <see cref="Merge"/> gives.</summary>
    public const string Columns =
        "life_us, cpu_us, cpu_measured_us, cpu_peak, periods, throttled, samples, memory_samples, memory_sum, memory_max, cpu_request_sum, "
        + "memory_request_sum, cpu_limit_sum, cpu_limit_samples, memory_limit_sum, memory_limit_samples";

    /// <summary>The columns that 5-minute data keep; those that no question is about yet cost nothing to leave unread.</summary>
    public const string Kept = Columns + ", disk_max, memory_rss_max";

    /// <summary>Selects the keys, <c>bucket</c> and <see cref="Kept"/>.</summary>
    /// <param name="rows">A select of samples with <c>at_us</c>, <c>container</c>, the keys and the figures, over all that the window needs.</param>
    /// <param name="keys">The columns that go with a container.</param>
    /// <param name="window">The grid.</param>
    public static string Buckets(string rows, string keys, BucketWindow window)
    {
        var gap = Sql.Number(window.Gap);
        var step = Sql.Number(window.Step);
        var from = Sql.Number(window.From);
        var to = Sql.Number(window.To);

        // Where nothing overlaps there may be a division by zero, which gives NaN: such rows are kept out of every sum.
        // Counted from far enough back that no number is negative: integer division rounds towards zero.
        var lead = (window.Gap / window.Step) + 2;
        var zero = Sql.Number(window.Origin - (lead * window.Step));

        return $"""
            SELECT {keys}, b - {Sql.Number(lead)} AS bucket,
                sum(greatest(0, least(at_us, hi) - greatest(life_from, lo)))::BIGINT AS life_us,
                coalesce(sum(cpu_overlap * cpu_rate) FILTER (cpu_overlap > 0), 0) AS cpu_us,
                sum(cpu_overlap)::BIGINT AS cpu_measured_us,
                max(cpu_rate) FILTER (cpu_overlap > 0) AS cpu_peak,
                sum(cfs_overlap * (periods - last_periods) / (at_us - cfs_from)) FILTER (cfs_overlap > 0) AS periods,
                sum(cfs_overlap * (throttled - last_throttled) / (at_us - cfs_from)) FILTER (cfs_overlap > 0) AS throttled,
                count(*) FILTER (here) AS samples,
                count(memory) FILTER (here) AS memory_samples,
                sum(memory::DOUBLE) FILTER (here) AS memory_sum,
                max(memory) FILTER (here) AS memory_max,
                sum(cpu_request) FILTER (here) AS cpu_request_sum,
                sum(memory_request::DOUBLE) FILTER (here) AS memory_request_sum,
                sum(cpu_limit) FILTER (here) AS cpu_limit_sum,
                count(cpu_limit) FILTER (here) AS cpu_limit_samples,
                sum(memory_limit::DOUBLE) FILTER (here) AS memory_limit_sum,
                count(memory_limit) FILTER (here) AS memory_limit_samples,
                max(disk) FILTER (here) AS disk_max,
                max(memory_rss) FILTER (here) AS memory_rss_max
            FROM (
                SELECT *,
                    greatest(0, least(at_us, hi) - greatest(cpu_from, lo)) AS cpu_overlap,
                    greatest(0, least(at_us, hi) - greatest(cfs_from, lo)) AS cfs_overlap,
                    (cpu_us - last_cpu) / (sampled_us - last_cpu_sampled) AS cpu_rate
                FROM (
                    SELECT *,
                        greatest({zero} + b * {step}, {from}) AS lo,
                        least({zero} + (b + 1) * {step}, {to}) AS hi,
                        at_us >= {from} AND at_us < {to} AND (at_us - {zero}) // {step} = b AS here
                    FROM (
                        SELECT *, unnest(range((least(life_from, cpu_from, cfs_from) - {zero}) // {step}, (at_us - {zero}) // {step} + 1)) AS b
                        FROM (
                            SELECT *,
                                CASE WHEN at_us - last_at <= {gap} THEN last_at ELSE at_us END AS life_from,
                                CASE WHEN cpu_us >= last_cpu AND sampled_us > last_cpu_sampled AND at_us - last_cpu_at <= {gap}
                                    THEN last_cpu_at ELSE at_us END AS cpu_from,
                                CASE WHEN periods >= last_periods AND throttled >= last_throttled AND at_us - last_cfs_at <= {gap}
                                    THEN last_cfs_at ELSE at_us END AS cfs_from
                            FROM (
                                SELECT *,
                                    lag(at_us) OVER w AS last_at,
                                    lag(cpu_us IGNORE NULLS) OVER w AS last_cpu,
                                    lag(CASE WHEN cpu_us IS NOT NULL THEN at_us END IGNORE NULLS) OVER w AS last_cpu_at,
                                    lag(CASE WHEN cpu_us IS NOT NULL THEN sampled_us END IGNORE NULLS) OVER w AS last_cpu_sampled,
                                    lag(CASE WHEN throttled IS NOT NULL THEN periods END IGNORE NULLS) OVER w AS last_periods,
                                    lag(CASE WHEN periods IS NOT NULL THEN throttled END IGNORE NULLS) OVER w AS last_throttled,
                                    lag(CASE WHEN periods IS NOT NULL AND throttled IS NOT NULL THEN at_us END IGNORE NULLS) OVER w AS last_cfs_at
                                FROM ({rows})
                                WINDOW w AS (PARTITION BY container ORDER BY at_us)
                            )
                            WHERE last_at IS DISTINCT FROM at_us
                        )
                    )
                )
            )
            GROUP BY ALL
            HAVING life_us > 0 OR samples > 0
            """;
    }
}
