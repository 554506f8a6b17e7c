using Capacity.Core.Planning.Forecasting.Plans;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Keeps what people plan.</summary>
internal sealed class SqlitePlanStore(SqliteState state) : IPlanStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPlan>> ReadAsync(CancellationToken cancellationToken) => SqliteWork.RunAsync<IReadOnlyList<StoredPlan>>(
        () =>
        {
            using var connection = state.Connect();
            return [.. connection.Query<PlannedEventRow>(
                """
                SELECT id, name, day, kind, level, cut, growth, cores, memory, disk, gpus, machines, shape_nano_cores AS ShapeNanoCores, shape_memory AS ShapeMemory,
                    shape_disk AS ShapeDisk, shape_gpus AS ShapeGpus
                FROM planned_event ORDER BY day, name, id
                """).Select(r => r.ToPlan())];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task AddAsync(StoredPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return SqliteWork.RunAsync(
            () =>
            {
                using var connection = state.Connect();
                return connection.Execute(
                    """
                    INSERT INTO planned_event VALUES (@Id, @Name, @Day, @Kind, @Level, @Cut, @Growth, @Cores, @Memory, @Disk, @Gpus, @Machines, @ShapeNanoCores, @ShapeMemory,
                        @ShapeDisk, @ShapeGpus)
                    """,
                    PlannedEventRow.Of(plan));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            return connection.Execute("DELETE FROM planned_event WHERE id = @Id", new { Id = id.ToString() }) > 0;
        },
        cancellationToken);
}
