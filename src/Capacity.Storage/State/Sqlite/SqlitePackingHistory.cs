using Capacity.Core.Packing.History;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Keeps the headline figures of packing.</summary>
internal sealed class SqlitePackingHistory(SqliteState state) : IPackingHistory
{
    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyCollection<PackingPoint> points, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        return SqliteWork.RunAsync(
            () =>
            {
                using var connection = state.Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                connection.Execute(
                    """
                    INSERT OR REPLACE INTO packing VALUES (@Level, @At, @Name, @Agents, @UsedAgents, @Containers, @CpuAllocated, @CpuStranded, @CpuFragmented,
                        @MemoryAllocated, @MemoryStranded, @MemoryFragmented, @Headroom, @Compaction, @Bound, @Repack, @LossUnplaced,
                        @CpuThreshold, @MemoryThreshold, @MixRoom, @RoomSmall, @RoomMedium, @RoomLarge, @Risks)
                    """,
                    points.Select(PackingRow.Of),
                    transaction);
                transaction.Commit();
                return points.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<PackingPoint>> ReadAsync(PackingLevel level, DateTimeOffset start, DateTimeOffset until, CancellationToken cancellationToken) =>
        SqliteWork.RunAsync<IReadOnlyList<PackingPoint>>(
            () =>
            {
                using var connection = state.Connect();
                return [.. connection.Query<PackingRow>(
                    """
                    SELECT level, at_us AS At, name, agents, used_agents AS UsedAgents, containers, cpu_allocated AS CpuAllocated, cpu_stranded AS CpuStranded,
                        cpu_fragmented AS CpuFragmented, memory_allocated AS MemoryAllocated, memory_stranded AS MemoryStranded,
                        memory_fragmented AS MemoryFragmented, headroom, compaction, bound, repack, zone_loss_unplaced AS LossUnplaced,
                        cpu_threshold AS CpuThreshold, memory_threshold AS MemoryThreshold, mix_room AS MixRoom,
                        room_small AS RoomSmall, room_medium AS RoomMedium, room_large AS RoomLarge, risks
                    FROM packing WHERE level = @Level AND at_us >= @Start AND at_us < @End ORDER BY name, at_us
                    """,
                    new { Level = level.ToString(), Start = start.ToMicroseconds(), End = until.ToMicroseconds() }).Select(r => r.ToPoint())];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> DropBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            return connection.Execute("DELETE FROM packing WHERE at_us < @Time", new { Time = time.ToMicroseconds() });
        },
        cancellationToken);
}
