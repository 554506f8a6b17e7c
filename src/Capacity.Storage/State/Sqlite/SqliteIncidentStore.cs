using System.Text.Json;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Remembers incidents.</summary>
internal sealed class SqliteIncidentStore(SqliteState state) : IIncidentStore
{
    private readonly CorrelatedAlertTable alerts = new(state.Kept);

    /// <inheritdoc/>
    public Task<CorrelatorState> ReadStateAsync(Func<LabelSet, LabelSet> share, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            var rest = connection.QuerySingleOrDefault<string>("SELECT body FROM correlator") is { } body ? StoredJson.Read(body, CorrelatorJson.Default.CorrelatorState) : CorrelatorState.Empty;
            var incidents = connection.Query<IncidentRow>($"SELECT {IncidentRow.Columns} FROM incident WHERE is_known = 1 ORDER BY opened_us, id").Select(r => r.ToIncident()).ToList();
            List<TrackedAlert> tracked = [];
            lock (state.Writing)
            {
                foreach (var row in connection.Query<CorrelatedAlertRow>($"SELECT {CorrelatedAlertRow.Columns} FROM correlated_alert WHERE is_known = 1 ORDER BY id", buffered: false))
                {
                    var alert = row.ToTracked(share);
                    alerts.Know(alert.Labels, row.Id, row.Incident);
                    tracked.Add(alert);
                }
            }

            return rest with { Alerts = tracked, Incidents = incidents };
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AnnouncedChange>> ReadChangesAsync(DateTimeOffset endedAfter, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<AnnouncedChange>>(
        connection => [.. connection.Query<string>("SELECT body FROM announced_change WHERE ended_us IS NULL OR ended_us > @us ORDER BY started_us, id", new { us = endedAfter.ToMicroseconds() })
            .Select(b => StoredJson.Read(b, IncidentJson.Default.AnnouncedChange))],
        cancellationToken);

    /// <inheritdoc/>
    public Task WriteAsync(IncidentBatch batch, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            lock (state.Writing)
            {
                state.Kept.Write((connection, transaction) =>
                {
                    alerts.Write(connection, transaction, batch.Changes);
                    WriteIncidents(connection, transaction, batch);
                    WriteNews(connection, transaction, batch);
                });
                alerts.Committed(batch.Changes);
            }

            return 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<(IReadOnlyList<IncidentRecord> Page, int Count)> ListAsync(IncidentQuery query, CancellationToken cancellationToken) =>
        RunAsync<(IReadOnlyList<IncidentRecord>, int)>(
            connection =>
            {
                const string Where =
                    """
                    FROM incident WHERE (@isOpen IS NULL OR @isOpen = (resolved_us IS NULL)) AND (@isPaged IS NULL OR @isPaged = (paged_us IS NOT NULL))
                    AND (@since IS NULL OR resolved_us IS NULL OR resolved_us >= @since) AND (@kind IS NULL OR kind = @kind) AND (@team IS NULL OR team = @team)
                    AND (@zone IS NULL OR zone = @zone OR EXISTS (SELECT 1 FROM json_each(radius, '$.Zones') WHERE value = @zone))
                    """;
                var parameters = new
                {
                    isOpen = query.IsOpen,
                    isPaged = query.IsPaged,
                    since = query.Since?.ToMicroseconds(),
                    kind = query.Kind?.ToString(),
                    team = query.Team,
                    zone = query.Zone,
                    skip = query.Skip,
                    take = query.Take,
                };
                var page = connection.Query<IncidentRow>($"SELECT {IncidentRow.Columns} {Where} ORDER BY opened_us DESC, id DESC LIMIT @take OFFSET @skip", parameters);
                return ([.. page.Select(r => r.ToRecord())], connection.ExecuteScalar<int>($"SELECT count(*) {Where}", parameters));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IncidentRecord?> FindAsync(string id, CancellationToken cancellationToken) => RunAsync(
        connection => connection.QuerySingleOrDefault<IncidentRow>($"SELECT {IncidentRow.Columns} FROM incident WHERE id = @id", new { id })?.ToRecord(),
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ExplainedAlert>> AlertsOfAsync(string id, int most, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<ExplainedAlert>>(
        connection => [.. connection.Query<CorrelatedAlertRow>(
            $"SELECT {CorrelatedAlertRow.Columns} FROM correlated_alert WHERE incident = @id ORDER BY verdict <> 'Paged', id LIMIT @most", new { id, most }).Select(r => r.ToExplained())],
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ExplainedAlert>> FiringAsync(IReadOnlyCollection<Verdict> verdicts, int most, CancellationToken cancellationToken) =>
        RunAsync<IReadOnlyList<ExplainedAlert>>(
            connection => [.. connection.Query<CorrelatedAlertRow>(
                $"SELECT {CorrelatedAlertRow.Columns} FROM correlated_alert WHERE is_known = 1 AND is_firing = 1 AND verdict IN @verdicts ORDER BY id LIMIT @most",
                new { verdicts = Names(verdicts), most }).Select(r => r.ToExplained())],
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<HeldGroup>> CountFiringAsync(IReadOnlyCollection<Verdict> verdicts, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<HeldGroup>>(
        connection => [.. connection.Query<(string Verdict, string Reason, long Until, long Alerts)>(
            """
            SELECT verdict, reason, coalesce(max(until_us), 0), count(*) FROM correlated_alert
            WHERE is_known = 1 AND is_firing = 1 AND verdict IN @verdicts GROUP BY verdict, reason ORDER BY count(*) DESC, reason
            """,
            new { verdicts = Names(verdicts) })
            .Select(r => new HeldGroup(Enum.Parse<Verdict>(r.Verdict), r.Reason, r.Until == 0 ? null : Moments.ToTime(r.Until), checked((int)r.Alerts)))],
        cancellationToken);

    /// <inheritdoc/>
    public Task<int> DropEndedBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => RunAsync(
        connection =>
        {
            const string Old = "SELECT id FROM incident WHERE resolved_us < @us AND is_known = 0";
            using var transaction = connection.BeginTransaction(deferred: false);
            var us = new { us = time.ToMicroseconds() };
            connection.Execute($"DELETE FROM correlated_alert WHERE is_known = 0 AND incident IN ({Old})", us, transaction);
            connection.Execute("DELETE FROM notice WHERE at_us < @us", us, transaction);
            connection.Execute("DELETE FROM announced_change WHERE ended_us < @us", us, transaction);
            var dropped = connection.Execute("DELETE FROM incident WHERE resolved_us < @us AND is_known = 0", us, transaction);
            transaction.Commit();
            return dropped;
        },
        cancellationToken);

    private static void WriteIncidents(SqliteConnection connection, SqliteTransaction transaction, IncidentBatch batch)
    {
        connection.Execute(
            """
            INSERT INTO incident VALUES (@Id, @Kind, @Opened, @Paged, @Resolved, @Zone, @Team, 1, @Body, @Radius)
            ON CONFLICT (id) DO UPDATE SET paged_us = excluded.paged_us, resolved_us = excluded.resolved_us, zone = excluded.zone, body = excluded.body,
                team = coalesce(excluded.team, team), radius = coalesce(excluded.radius, radius)
            """,
            batch.Changes.Incidents.Select(i => IncidentRow.Parameters(i, batch)),
            transaction);
        connection.Execute("UPDATE incident SET is_known = 0 WHERE id = @Id", batch.Changes.ForgottenIncidents.Select(i => new { i.Id }), transaction);
        if (batch.Changes.Rest is { } rest)
        {
            connection.Execute("INSERT OR REPLACE INTO correlator VALUES (1, @body)", new { body = JsonSerializer.Serialize(rest, CorrelatorJson.Default.CorrelatorState) }, transaction);
        }
    }

    private static void WriteNews(SqliteConnection connection, SqliteTransaction transaction, IncidentBatch batch)
    {
        connection.Execute(
            "INSERT INTO notice (at_us, incident, body) VALUES (@Us, @Incident, @Body)",
            batch.Notices.Select(n => new { Us = n.At.ToMicroseconds(), n.Incident, Body = NoticeJson.Write(n) }),
            transaction);
        connection.Execute(
            "INSERT OR REPLACE INTO announced_change VALUES (@Id, @Started, @Ended, @Body)",
            batch.Announced.Select(c => new
            {
                c.Id,
                Started = c.StartedAt.ToMicroseconds(),
                Ended = c.EndedAt?.ToMicroseconds(),
                Body = JsonSerializer.Serialize(c, IncidentJson.Default.AnnouncedChange),
            }),
            transaction);
    }

    private static string[] Names(IEnumerable<Verdict> verdicts) => [.. verdicts.Select(v => v.ToString())];

    private Task<T> RunAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            return work(connection);
        },
        cancellationToken);
}
