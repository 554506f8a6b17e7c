using Capacity.Core.TimeSeries;
using Capacity.Core.Units;
using DuckDB.NET.Data;

namespace Capacity.Storage.TimeSeries.DuckDb;

/// <summary>Reads samples back as they were collected.</summary>
internal sealed class PointReader(DayCatalog catalog)
{
    private readonly DayView view = new(catalog);

    public List<UsageLook> Read(DuckDbSession session, DateTimeOffset start, DateTimeOffset end)
    {
        if (view.Containers(start.ToMicroseconds(), end.ToMicroseconds(), "") is not { } rows)
        {
            return [];
        }

        var sql = $"""
            SELECT at_us, container, framework, app, cpu_request, memory_request, sampled_us, cpu_us, periods, throttled, cpu_limit, memory, memory_total, memory_limit
            FROM ({rows}) ORDER BY at_us
            """;
        return [.. session.Query(sql, r => (At: r.GetInt64(0), Point: ReadPoint(r)))
            .GroupBy(r => r.At, r => r.Point)
            .Select(g => new UsageLook(Moments.ToTime(g.Key), [.. g.OrderBy(p => p.ContainerId, StringComparer.Ordinal)]))];
    }

    private static UsagePoint ReadPoint(DuckDBDataReader row)
    {
        var memory = Whole(row, 11);
        return new()
        {
            ContainerId = row.GetString(1),
            App = new(row.GetString(2), row.GetString(3)),
            Cpus = CpuCores.FromCores(row.GetDouble(4)),
            Memory = MemorySize.FromBytes(row.GetInt64(5)),
            SampledAt = Whole(row, 6) is long at ? Moments.ToTime(at) : null,
            CpuMicroseconds = Whole(row, 7),
            Periods = Whole(row, 8),
            ThrottledPeriods = Whole(row, 9),
            CpuLimitCores = row.IsDBNull(10) ? null : row.GetDouble(10),
            MemoryBytes = memory,
            CacheBytes = Whole(row, 12) - memory,
            MemoryLimitBytes = Whole(row, 13),
        };
    }

    private static long? Whole(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
