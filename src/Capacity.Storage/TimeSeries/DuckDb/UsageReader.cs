using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Reads what apps and their instances used.</summary>
internal sealed class UsageReader(DayCatalog catalog, SealedLooks sealedLooks, DuckDbOptions options)
{
    /// <summary>The instances whose sums are made at once.</summary>
    private const int MostAtOnce = 200;

    private readonly UsageSource source = new(catalog, options);
    private readonly InstanceRanking ranking = new(catalog);
    private readonly LookReader looks = new(catalog, sealedLooks, options);

    public AppSeries ReadApp(DuckDbSession session, AppKey app, SeriesRange range)
    {
        using var transaction = session.Connection.BeginTransaction();
        var observed = looks.Observed(session, range);
        var buckets = Enumerable.Range(0, range.Count).Select(i => Idle(i, observed[i], range)).ToArray();
        if (source.Select(session, range, Filter(app), UsageDetail.App) is { } rows)
        {
            var sql = $"SELECT bucket, {BucketSql.Merge} FROM ({rows}) GROUP BY bucket";
            foreach (var (bucket, sums) in session.Query(sql, r => (Bucket: (int)r.GetInt64(0), UsageSums.Read(r, 1))))
            {
                buckets[bucket] = sums.ToBucket(range.StartOf(bucket), observed[bucket], Ratio(observed[bucket], range));
            }
        }

        return new(app, range, buckets);
    }

    public List<InstanceSeries> ReadInstances(DuckDbSession session, AppKey app, SeriesRange range, int? most)
    {
        using var transaction = session.Connection.BeginTransaction();
        var filter = Filter(app);
        if (source.Select(session, range, filter, UsageDetail.Instance) is not { } rows)
        {
            return [];
        }

        var observed = looks.Observed(session, range);
        if (most is null && Today(session, filter) is > 0 and <= MostAtOnce)
        {
            return Read(session, rows, range, observed);
        }

        // The sums of many instances at once would not fit into the memory that the engine may take.
        var names = most is { } count ? ranking.Largest(session, range, filter, count) : Names(session, rows);
        return [.. names.Chunk(MostAtOnce)
            .Select(some => source.Select(session, range, $"{filter} AND container IN ({string.Join(", ", some.Select(Sql.Text))})", UsageDetail.Instance))
            .OfType<string>()
            .SelectMany(some => Read(session, some, range, observed))];
    }

    private static List<InstanceSeries> Read(DuckDbSession session, string rows, SeriesRange range, long[] observed)
    {
        var sql = $"SELECT container, agent, bucket, {BucketSql.Merge} FROM ({rows}) GROUP BY ALL ORDER BY container, agent, bucket";
        UsageBucket ToBucket(DuckDBDataReader reader)
        {
            var bucket = (int)reader.GetInt64(2);
            return UsageSums.Read(reader, 3).ToBucket(range.StartOf(bucket), observed[bucket], Ratio(observed[bucket], range));
        }

        // A bucket that begins with an instance's last sample holds that sample and none of its life.
        return [.. session.Query(sql, r => (Container: r.GetString(0), Agent: r.GetString(1), Bucket: ToBucket(r)))
            .Where(r => r.Bucket.Instances > 0)
            .GroupBy(r => (r.Container, r.Agent))
            .Select(g => new InstanceSeries(g.Key.Container, AgentNames.Read(g.Key.Agent), [.. g.Select(r => r.Bucket)]))];
    }

    /// <summary>Counts the instances that the open days know.</summary>
    private long Today(DuckDbSession session, string filter) =>
        catalog.Open.Sum(o => session.Number($"SELECT count(*) FROM {Tables.Of(o, "series")} WHERE true{filter}"));

    private static List<string> Names(DuckDbSession session, string rows) => session.Query($"SELECT DISTINCT container FROM ({rows}) ORDER BY container", r => r.GetString(0));

    /// <summary>A bucket in which nothing of the app was found: it did not run where somebody looked, and nothing is known where nobody did.</summary>
    private static UsageBucket Idle(int bucket, long observed, SeriesRange range) => new()
    {
        Start = range.StartOf(bucket),
        ObservedRatio = Ratio(observed, range),
        Instances = observed > 0 ? 0 : null,
    };

    private static string Filter(AppKey app) => $" AND app = {Sql.Text(app.Id)} AND framework = {Sql.Text(app.Framework)}";

    private static double Ratio(long observed, SeriesRange range) => Math.Min(1, (double)observed / range.Step.ToMicroseconds());
}
