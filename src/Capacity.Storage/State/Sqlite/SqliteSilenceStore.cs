using Capacity.Core.Alerting.Silences;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Remembers silences.</summary>
internal sealed class SqliteSilenceStore(SqliteState state) : ISilenceStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Silence>> ReadAsync(CancellationToken cancellationToken) => SqliteWork.RunAsync<IReadOnlyList<Silence>>(
        () =>
        {
            using var connection = state.Connect();
            return [.. connection.Query<SilenceRow>(
                "SELECT id, matchers, starts_us AS Starts, ends_us AS Ends, updated_us AS Updated, created_by AS CreatedBy, comment, annotations FROM silence")
                .Select(r => r.ToSilence())];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task PutAsync(IReadOnlyCollection<Silence> silences, CancellationToken cancellationToken) => WriteAsync(
        "INSERT OR REPLACE INTO silence VALUES (@Id, @Matchers, @Starts, @Ends, @Updated, @CreatedBy, @Comment, @Annotations)",
        silences.Select(SilenceRow.Of),
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> DropEndedBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) =>
        WriteAsync("DELETE FROM silence WHERE ends_us < @us", new { us = time.ToMicroseconds() }, cancellationToken);

    private Task<int> WriteAsync(string sql, object rows, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            var written = connection.Execute(sql, rows, transaction);
            transaction.Commit();
            return written;
        },
        cancellationToken);
}
