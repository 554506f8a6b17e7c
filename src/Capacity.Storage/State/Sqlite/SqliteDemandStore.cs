using Capacity.Core.Planning.Forecasting.History;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Keeps demands hour by hour and day by day.</summary>
internal sealed class SqliteDemandStore(SqliteState state) : IDemandStore
{
    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyCollection<DemandPoint> points, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        return SqliteWork.RunAsync(
            () =>
            {
                using var connection = state.Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                connection.Execute(
                    "INSERT OR IGNORE INTO demand_cut (level, name) VALUES (@Level, @Name)",
                    points.Select(p => p.Reading.Cut).Distinct().Select(c => new { Level = c.Level.ToString(), c.Name }),
                    transaction);
                connection.Execute(
                    """
                    INSERT OR REPLACE INTO demand
                    SELECT @Step, @At, id, @Looks, @TotalCores, @TotalMemory, @TotalDisk, @TotalGpus, @AllocatedCores, @AllocatedMemory, @AllocatedDisk, @AllocatedGpus,
                        @UsedCores, @UsedMemory
                    FROM demand_cut WHERE level = @Level AND name = @Name
                    """,
                    points.Select(DemandRow.Of),
                    transaction);
                transaction.Commit();
                return points.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<DemandPoint>> ReadAsync(DemandStep kind, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken) =>
        SqliteWork.RunAsync<IReadOnlyList<DemandPoint>>(
            () =>
            {
                using var connection = state.Connect();
                return [.. connection.Query<DemandRow>(
                    """
                    SELECT step, at_us AS At, level, name, looks, total_cores AS TotalCores, total_memory AS TotalMemory, total_disk AS TotalDisk, total_gpus AS TotalGpus,
                        allocated_cores AS AllocatedCores, allocated_memory AS AllocatedMemory, allocated_disk AS AllocatedDisk, allocated_gpus AS AllocatedGpus,
                        used_cores AS UsedCores, used_memory AS UsedMemory
                    FROM demand JOIN demand_cut ON id = cut
                    WHERE step = @Step AND at_us >= @Since AND at_us < @Until ORDER BY at_us, level, name
                    """,
                    new { Step = kind.ToString(), Since = since.ToMicroseconds(), Until = until.ToMicroseconds() }).Select(r => r.ToPoint())];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> FindLatestAsync(DemandStep kind, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            var at = connection.ExecuteScalar<long?>(
                "SELECT max(at_us) FROM demand WHERE step = @Step AND cut = (SELECT id FROM demand_cut WHERE level = @Level)",
                new { Step = kind.ToString(), Level = nameof(CutLevel.Cluster) });
            return at is long us ? Moments.ToTime(us) : (DateTimeOffset?)null;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> DropBeforeAsync(DemandStep kind, DateTimeOffset time, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            return connection.Execute("DELETE FROM demand WHERE step = @Step AND at_us < @Time", new { Step = kind.ToString(), Time = time.ToMicroseconds() });
        },
        cancellationToken);
}
