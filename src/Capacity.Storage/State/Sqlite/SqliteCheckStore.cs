using Capacity.Core.Alerting.Labels;
using Capacity.Core.Checks;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Keeps what checks wait with.</summary>
internal sealed class SqliteCheckStore(SqliteState state) : ICheckStore
{
    /// <inheritdoc/>
    public Task<(DateTimeOffset LookedAt, IReadOnlyList<PendingCheck> Pending)> ReadAsync(CancellationToken cancellationToken) =>
        SqliteWork.RunAsync<(DateTimeOffset, IReadOnlyList<PendingCheck>)>(
            () =>
            {
                using var connection = state.Connect();
                using var transaction = connection.BeginTransaction(deferred: true);
                var looked = connection.ExecuteScalar<long?>("SELECT looked_us FROM check_look", transaction: transaction);
                var pending = connection.Query<(string Name, string Labels, long Since)>("SELECT name, labels, since_us FROM check_pending ORDER BY name, labels", transaction: transaction);
                return (looked is { } us ? Moments.ToTime(us) : DateTimeOffset.MinValue, [.. pending.Select(p => new PendingCheck(p.Name, LabelSet.Create(PairsJson.Read(p.Labels)), Moments.ToTime(p.Since)))]);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task WriteAsync(DateTimeOffset lookedAt, IReadOnlyCollection<PendingCheck> pending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pending);
        return SqliteWork.RunAsync(
            () =>
            {
                using var connection = state.Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                connection.Execute("INSERT OR REPLACE INTO check_look VALUES (1, @At)", new { At = lookedAt.ToMicroseconds() }, transaction);
                connection.Execute("DELETE FROM check_pending", transaction: transaction);
                connection.Execute(
                    "INSERT INTO check_pending VALUES (@Name, @Labels, @Since)",
                    pending.Select(p => new { Name = p.Check, Labels = PairsJson.Write(p.Labels), Since = p.Since.ToMicroseconds() }),
                    transaction);
                transaction.Commit();
                return pending.Count;
            },
            cancellationToken);
    }
}
