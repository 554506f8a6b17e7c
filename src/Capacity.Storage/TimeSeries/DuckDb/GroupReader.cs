using Capacity.Core.TimeSeries;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Reads the cluster and its zones.</summary>
internal sealed class GroupReader(DayCatalog catalog)
{
    private static readonly LevelFigures Unknown = new(null, null, null, null, null, null);
    private readonly DayView view = new(catalog);

    public List<GroupSeries> Read(DuckDbSession session, SeriesRange range)
    {
        var (origin, end, step) = (range.Start.ToMicroseconds(), range.End.ToMicroseconds(), range.Step.ToMicroseconds());
        if (view.Rows("groups", _ => StoreFiles.Groups, origin, end, "") is not { } rows)
        {
            return [];
        }

        // DISTINCT ON, for a batch that was handed in twice counts once.
        var sql = $"""
            SELECT cluster, zone, (at_us - {Sql.Number(origin)}) // {Sql.Number(step)} AS bucket, count(*), avg(agents), avg(active_agents), avg(unknown_size), {LevelSql.Means}
            FROM (SELECT DISTINCT ON (at_us, cluster, zone) * FROM ({rows}))
            GROUP BY cluster, zone, bucket ORDER BY cluster DESC, zone NULLS FIRST
            """;
        return [.. session.Query(sql, r => (Key: KeyOf(r), Bucket: (int)r.GetInt64(2), Figures: ToBucket(r, range)))
            .GroupBy(r => r.Key)
            .Select(g => new GroupSeries(g.Key, Fill(range, g.Select(r => (r.Bucket, r.Figures)))))];
    }

    private static GroupKey KeyOf(DuckDBDataReader reader) =>
        reader.GetBoolean(0) ? new GroupKey.Cluster() : new GroupKey.Zone(reader.IsDBNull(1) ? null : reader.GetString(1));

    private static GroupBucket ToBucket(DuckDBDataReader reader, SeriesRange range) => new()
    {
        Start = range.StartOf((int)reader.GetInt64(2)),
        Looks = (int)reader.GetInt64(3),
        Agents = LevelSql.Number(reader, 4),
        ActiveAgents = LevelSql.Number(reader, 5),
        AgentsOfUnknownSize = LevelSql.Number(reader, 6),
        CpuCoverage = LevelSql.Number(reader, 7),
        MemoryCoverage = LevelSql.Number(reader, 8),
        Containers = LevelSql.Number(reader, 9),
        CpuCores = LevelSql.Cpu(reader, 7),
        MemoryBytes = LevelSql.Memory(reader, 7),
    };

    private static GroupBucket[] Fill(SeriesRange range, IEnumerable<(int Bucket, GroupBucket Figures)> known)
    {
        var buckets = new GroupBucket[range.Count];
        foreach (var (bucket, figures) in known)
        {
            buckets[bucket] = figures;
        }

        for (var i = 0; i < buckets.Length; i++)
        {
            buckets[i] ??= new() { Start = range.StartOf(i), CpuCores = Unknown, MemoryBytes = Unknown };
        }

        return buckets;
    }
}
