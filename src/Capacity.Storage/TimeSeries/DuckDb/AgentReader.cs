using Capacity.Core.Cluster;
using Capacity.Core.TimeSeries;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Reads single agents.</summary>
internal sealed class AgentReader(DayCatalog catalog)
{
    /// <summary>A row is of one look, or of 5 minutes of them; what cannot be was not written as it should have been, and is one.</summary>
    private const string Counted = "CASE WHEN looks BETWEEN 1 AND 300 THEN looks ELSE 1 END";

    private static readonly LevelFigures Unknown = new(null, null, null, null, null, null);
    private readonly DayView view = new(catalog);

    public AgentSeries Read(DuckDbSession session, AgentName agent, SeriesRange range)
    {
        var (origin, end, step) = (range.Start.ToMicroseconds(), range.End.ToMicroseconds(), range.Step.ToMicroseconds());
        var buckets = Enumerable.Range(0, range.Count)
            .Select(i => new AgentBucket { Start = range.StartOf(i), CpuCores = Unknown, MemoryBytes = Unknown }).ToArray();
        var grid = new BucketGrid(origin, step, end);
        string FileOf(SealedDay day) =>
            day.Has(StoreFiles.AgentsDownsampled) && (grid.Serves(day.Part.Day, Moments.FiveMinutes) || !day.Has(StoreFiles.Agents)) ? StoreFiles.AgentsDownsampled : StoreFiles.Agents;
        if (view.Rows("agents", FileOf, origin, end, $" AND agent = {Sql.Text(AgentNames.Write(agent))}") is { } rows)
        {
            var sql = $"""
                SELECT (at_us - {Sql.Number(origin)}) // {Sql.Number(step)} AS bucket, sum(looks)::BIGINT, arg_max(state, at_us),
                    sum(active * looks) / sum(looks), {LevelSql.Means}
                FROM (SELECT DISTINCT ON (at_us) * REPLACE ({Counted} AS looks) FROM ({rows}))
                GROUP BY bucket
                """;
            foreach (var (bucket, figures) in session.Query(sql, r => ((int)r.GetInt64(0), ToBucket(r, range))))
            {
                buckets[bucket] = figures;
            }
        }

        return new(agent, buckets);
    }

    private static AgentBucket ToBucket(DuckDBDataReader reader, SeriesRange range) => new()
    {
        Start = range.StartOf((int)reader.GetInt64(0)),
        Looks = (int)reader.GetInt64(1),
        State = Enum.TryParse<AgentState>(reader.GetString(2), out var state) ? state : null,
        ActiveRatio = LevelSql.Number(reader, 3),
        CpuCoverage = LevelSql.Number(reader, 4),
        MemoryCoverage = LevelSql.Number(reader, 5),
        Containers = LevelSql.Number(reader, 6),
        CpuCores = LevelSql.Cpu(reader, 4),
        MemoryBytes = LevelSql.Memory(reader, 4),
    };
}
