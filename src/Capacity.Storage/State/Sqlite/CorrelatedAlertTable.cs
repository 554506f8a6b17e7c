using System.Text.Json;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Labels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Writes the table <c>correlated_alert</c>. Which row an alert has is known in memory, for the table has no other writer.</summary>
internal sealed class CorrelatedAlertTable
{
    private readonly Dictionary<LabelSet, Place> places = [];
    private readonly Dictionary<LabelSet, Place> written = [];
    private long? last;

    public void Know(LabelSet labels, long row, string? incident) => places[labels] = new(row, incident);

    /// <summary>Writes alerts; a storm is tens of thousands of them, so each statement is prepared once.</summary>
    public void Write(SqliteConnection connection, SqliteTransaction transaction, CorrelatorChanges changes)
    {
        written.Clear();
        last ??= connection.ExecuteScalar<long?>("SELECT max(id) FROM correlated_alert", transaction: transaction) ?? 0;
        using var insert = new AlertStatement(connection, transaction, "INSERT INTO correlated_alert VALUES ($id, $labels, $incident, $verdict, $reason, $firing, $silenced, $late, $episodes, $fired, $began, $starts, $gone, $until, $senders, 1)");
        using var update = new AlertStatement(connection, transaction, "UPDATE correlated_alert SET incident = $incident, verdict = $verdict, reason = $reason, is_firing = $firing, is_silenced = $silenced, is_late = $late, episodes = $episodes, fired_us = $fired, began_us = $began, starts_us = $starts, gone_us = $gone, until_us = $until, senders = $senders WHERE id = $id");
        var forgotten = changes.ForgottenAlerts.Select(a => a.Labels).ToHashSet();
        List<long> left = [.. forgotten.Where(places.ContainsKey).Select(l => places[l].Row)];
        foreach (var alert in changes.Alerts)
        {
            var known = places.TryGetValue(alert.Labels, out var place) && !forgotten.Contains(alert.Labels);
            if (known && (place.Incident is null || place.Incident == alert.Incident))
            {
                update.Execute(place.Row, alert, withLabels: false);
            }
            else
            {
                if (known)
                {
                    left.Add(place.Row);
                }

                place = new((last += 1).Value, alert.Incident);
                insert.Execute(place.Row, alert, withLabels: true);
            }

            written[alert.Labels] = place with { Incident = alert.Incident };
        }

        connection.Execute("UPDATE correlated_alert SET is_known = 0, is_firing = 0, is_silenced = 0 WHERE id = @Id", left.Select(id => new { Id = id }), transaction);
        connection.Execute("DELETE FROM correlated_alert WHERE id = @Id AND incident IS NULL", left.Select(id => new { Id = id }), transaction);
    }

    /// <summary>What was written is on disk: only from now on it is built upon.</summary>
    public void Committed(CorrelatorChanges changes)
    {
        foreach (var alert in changes.ForgottenAlerts)
        {
            places.Remove(alert.Labels);
        }

        foreach (var (labels, place) in written)
        {
            places[labels] = place;
        }

        written.Clear();
    }

    private readonly record struct Place(long Row, string? Incident);

    /// <summary>One statement with the columns as parameters.</summary>
    private sealed class AlertStatement : IDisposable
    {
        private static readonly string[] Names =
            ["$id", "$labels", "$incident", "$verdict", "$reason", "$firing", "$silenced", "$late", "$episodes", "$fired", "$began", "$starts", "$gone", "$until", "$senders"];

        private readonly SqliteCommand command;
        private readonly SqliteParameter[] parameters;

        public AlertStatement(SqliteConnection connection, SqliteTransaction transaction, string sql)
        {
            command = new(sql, connection, transaction);
            parameters = Array.ConvertAll(Names, n => command.Parameters.Add(n, n is "$labels" or "$incident" or "$verdict" or "$reason" or "$senders" ? SqliteType.Text : SqliteType.Integer));
        }

        public void Execute(long row, TrackedAlert alert, bool withLabels)
        {
            object?[] values =
            [
                row, withLabels ? PairsJson.Write(alert.Labels) : null, alert.Incident, alert.Verdict.ToString(), alert.Reason, alert.IsFiring, alert.IsSilenced, alert.IsLate, alert.Episodes,
                alert.FiredAt.ToMicroseconds(), alert.Began.ToMicroseconds(), alert.StartsAt.ToMicroseconds(), alert.GoneSince?.ToMicroseconds(), alert.Until?.ToMicroseconds(),
                JsonSerializer.Serialize(alert.Senders, IncidentJson.Default.ListSenderView),
            ];
            for (var i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }

        public void Dispose() => command.Dispose();
    }
}
