using System.Diagnostics;
using Capacity.Core.TimeSeries;
using Microsoft.Data.Sqlite;

namespace Capacity.Benchmarks.Store;

/// <summary>The same container rows in SQLite, clustered by container and time, durable at every batch.</summary>
internal sealed class SqliteBaseline : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, long> ids = [];

    public SqliteBaseline(string path)
    {
        connection = new($"Data Source={path}");
        connection.Open();
        Execute("PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA cache_size = -262144");
        Execute("""
            CREATE TABLE samples(series INTEGER, at_us INTEGER, sampled_us INTEGER, cpu_us INTEGER, periods INTEGER, throttled INTEGER, throttled_us INTEGER,
                cpu_limit REAL, cpu_request REAL, memory INTEGER, memory_rss INTEGER, memory_total INTEGER, memory_limit INTEGER, memory_request INTEGER,
                disk INTEGER, PRIMARY KEY (series, at_us)) WITHOUT ROWID
            """);
    }

    public TimeSpan Append(SampleBatch batch)
    {
        var watch = Stopwatch.StartNew();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO samples VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)";
        var parameters = Enumerable.Range(0, 15).Select(i => command.Parameters.AddWithValue($"@{i}", 0L)).ToArray();
        foreach (var point in batch.Containers)
        {
            var s = point.Sample!;
            if (!ids.TryGetValue(point.ContainerId, out var id))
            {
                ids.Add(point.ContainerId, id = ids.Count);
            }

            object?[] values =
            [
                id, batch.TakenAt.ToUnixTimeMilliseconds() * 1000, s.At.ToUnixTimeMilliseconds() * 1000, (long)(s.CpuSeconds!.Value * 1e6), s.CpuPeriods,
                s.CpuThrottledPeriods, (long)(s.CpuThrottledSeconds!.Value * 1e6), s.CpuLimitCores, point.Requested.Cpus.Cores, s.MemoryWorkingSetBytes,
                s.MemoryRssBytes, s.MemoryTotalBytes, s.MemoryLimitBytes, point.Requested.Memory.Bytes, s.DiskUsedBytes,
            ];
            for (var i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return watch.Elapsed;
    }

    public void Dispose()
    {
        Execute("PRAGMA wal_checkpoint(truncate)");
        connection.Dispose();
        SqliteConnection.ClearAllPools();
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
