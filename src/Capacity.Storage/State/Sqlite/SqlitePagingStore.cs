using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Keeps what was decided to be told, and what became of it.</summary>
internal sealed class SqlitePagingStore(SqliteState state) : IPagingStore
{
    private const string Calls = "action IN ('Page', 'Ticket', 'Digest')";
    private const string Over = "coalesce(resolved_us, CASE WHEN page_sequence IS NULL THEN last_us END) < @time";
    private const string IsKnown = "(state = 'Delivered' OR is_uncertain = 1)";

    /// <inheritdoc/>
    public Task<long> ReadPositionAsync(CancellationToken cancellationToken) => RunAsync(c => c.ExecuteScalar<long>("SELECT sequence FROM paging_position"), cancellationToken);

    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyCollection<PagingChanges> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return RunAsync(
            connection =>
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                foreach (var decision in changes)
                {
                    PagingWriter.Write(connection, transaction, decision);
                }

                transaction.Commit();
                return 0;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IncidentFile> ReadFileAsync(string incident, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: true);
            var head = connection.QuerySingleOrDefault<PagedIncidentRow>($"SELECT {PagedIncidentRow.Columns} FROM paged_incident i WHERE incident = @incident", new { incident }, transaction);
            var rows = connection.Query<DeliveryRow>(
                $"SELECT {DeliveryRow.Columns} FROM delivery WHERE incident = @incident AND ({Calls} OR state IN ('Held', 'Waiting')) ORDER BY id", new { incident }, transaction);
            return new IncidentFile(head?.ToIncident(), [.. rows.Select(r => r.ToDelivery())]);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ReadDeliveriesAsync(string incident, CancellationToken cancellationToken) =>
        ReadAsync("WHERE incident = @incident ORDER BY id", new { incident }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<IncidentNote>> ReadNotesAsync(string incident, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<IncidentNote>>(
        c => [.. c.Query<NoteRow>("SELECT incident, number, kind, at_us AS At, author, text FROM incident_note WHERE incident = @incident ORDER BY number", new { incident }).Select(r => r.ToNote())],
        cancellationToken);

    /// <inheritdoc/>
    public async Task<Delivery?> ReadNextAsync(string receiver, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Next = """
            d WHERE receiver = @receiver AND state = 'Waiting' AND due_us <= @now AND NOT EXISTS (
                SELECT 1 FROM delivery e WHERE e.incident = d.incident AND e.id < d.id AND e.receiver = d.receiver
                    AND (e.state = 'Waiting' OR (e.state = 'Held' AND e.digest IS NOT NULL)))
            ORDER BY rank, id LIMIT 1
            """;
        return await ReadAsync(Next, new { receiver, now = now.ToMicroseconds() }, cancellationToken) is [var next, ..] ? next : null;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ReadOverdueAsync(string receiver, DateTimeOffset plannedUntil, int most, CancellationToken cancellationToken) => ReadAsync(
        $"WHERE receiver = @receiver AND state = 'Waiting' AND {Calls} AND stand_in IS NULL AND planned_us <= @until ORDER BY rank, id LIMIT @most",
        new { receiver, until = plannedUntil.ToMicroseconds(), most },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ReadReleasedAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        ReadAsync("WHERE state = 'Held' AND digest IS NULL AND due_us <= @now ORDER BY receiver, id LIMIT @most", new { now = now.ToMicroseconds(), most }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ReadDigestAsync(string digest, CancellationToken cancellationToken) =>
        ReadAsync("WHERE digest = @digest ORDER BY id", new { digest }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PagedIncident>> ReadEscalatingAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        ReadIncidentsAsync("WHERE next_step_us IS NOT NULL AND next_step_us <= @now ORDER BY next_step_us LIMIT @most", new { now = now.ToMicroseconds(), most }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PagedIncident>> ReadOpenAsync(string receiver, DateTimeOffset ticketsSince, int most, CancellationToken cancellationToken) => ReadIncidentsAsync(
        $"""
        WHERE resolved_us IS NULL AND (page_sequence IS NOT NULL OR last_us >= @since) AND EXISTS (SELECT 1 FROM delivery d WHERE d.incident = i.incident AND d.receiver = @receiver AND {Calls} AND {IsKnown})
        ORDER BY last_sequence DESC LIMIT @most
        """,
        new { receiver, since = ticketsSince.ToMicroseconds(), most },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReceiverBacklog>> ReadBacklogsAsync(CancellationToken cancellationToken) => RunAsync<IReadOnlyList<ReceiverBacklog>>(
        connection =>
        {
            // The parts of the index that hold what is not done are all that is read.
            const string Rows = """
                SELECT receiver, count(*) AS Waiting, 0 AS Held, min(CASE rank WHEN 0 THEN planned_us END) AS OldestPage FROM delivery WHERE state = 'Waiting' GROUP BY receiver
                UNION ALL SELECT receiver, 0, count(*), NULL FROM delivery WHERE state = 'Held' GROUP BY receiver
                """;
            return [.. connection.Query<BacklogRow>($"SELECT receiver, sum(Waiting) AS Waiting, sum(Held) AS Held, min(OldestPage) AS OldestPage FROM ({Rows}) GROUP BY receiver").Select(r => r.ToBacklog())];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> DropBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var before = new { time = time.ToMicroseconds() };
            connection.Execute($"DELETE FROM incident_note WHERE incident IN (SELECT incident FROM paged_incident WHERE {Over})", before, transaction);
            connection.Execute($"DELETE FROM delivery WHERE incident IN (SELECT incident FROM paged_incident WHERE {Over}) OR (action = 'Digest' AND done_us < @time)", before, transaction);
            var dropped = connection.Execute($"DELETE FROM paged_incident WHERE {Over}", before, transaction);
            transaction.Commit();
            return dropped;
        },
        cancellationToken);

    private Task<IReadOnlyList<Delivery>> ReadAsync(string which, object parameters, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<Delivery>>(
        c => [.. c.Query<DeliveryRow>($"SELECT {DeliveryRow.Columns} FROM delivery {which}", parameters).Select(r => r.ToDelivery())],
        cancellationToken);

    private Task<IReadOnlyList<PagedIncident>> ReadIncidentsAsync(string which, object parameters, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<PagedIncident>>(
        c => [.. c.Query<PagedIncidentRow>($"SELECT {PagedIncidentRow.Columns} FROM paged_incident i {which}", parameters).Select(r => r.ToIncident())],
        cancellationToken);

    private Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            return work(connection);
        },
        cancellationToken);
}
