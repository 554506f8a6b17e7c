using System.Runtime.CompilerServices;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Core.Alerting.Labels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Writes the table <c>correlated_alert</c>. Which row an alert has is known in memory, for the table has no other writer.</summary>
internal sealed class CorrelatedAlertTable(KeptConnection kept)
{
    private readonly Dictionary<LabelSet, Place> places = [];
    private readonly Dictionary<LabelSet, Place> written = [];
    private long? last;

    public void Know(LabelSet labels, long row, string? incident) => places[labels] = new(row, incident);

    /// <summary>Writes alerts.</summary>
    public void Write(SqliteConnection connection, SqliteTransaction transaction, CorrelatorChanges changes)
    {
        written.Clear();
        last ??= connection.ExecuteScalar<long?>("SELECT max(id) FROM correlated_alert", transaction: transaction) ?? 0;
        var forgotten = changes.ForgottenAlerts.Select(a => a.Labels).ToHashSet();
        List<long> left = [.. forgotten.Where(places.ContainsKey).Select(l => places[l].Row)];
        Put(changes.Alerts, forgotten, left);
        foreach (var row in left)
        {
            kept.Prepare("UPDATE correlated_alert SET is_known = 0, is_firing = 0, is_silenced = 0 WHERE id = ?1").Bind(row).Run();
            kept.Prepare("DELETE FROM correlated_alert WHERE id = ?1 AND incident IS NULL").Bind(row).Run();
        }
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(IReadOnlyCollection<TrackedAlert> alerts, HashSet<LabelSet> forgotten, List<long> left)
    {
        using var json = new ColumnJson();
        var insert = kept.Prepare("INSERT INTO correlated_alert VALUES (?1, ?15, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 1)");
        var update = kept.Prepare("UPDATE correlated_alert SET incident = ?2, verdict = ?3, reason = ?4, is_firing = ?5, is_silenced = ?6, is_late = ?7, episodes = ?8, fired_us = ?9, began_us = ?10, starts_us = ?11, gone_us = ?12, until_us = ?13, senders = ?14 WHERE id = ?1");
        foreach (var alert in alerts)
        {
            var known = places.TryGetValue(alert.Labels, out var place) && !forgotten.Contains(alert.Labels);
            if (known && (place.Incident is null || place.Incident == alert.Incident))
            {
                Bind(update, place.Row, alert, json).Run();
            }
            else
            {
                if (known)
                {
                    left.Add(place.Row);
                }

                last++;
                place = new(last.GetValueOrDefault(), alert.Incident);
                Bind(insert, place.Row, alert, json).Bind(json.Pairs(alert.Labels)).Run();
            }

            written[alert.Labels] = place with { Incident = alert.Incident };
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RowStatement Bind(RowStatement statement, long row, TrackedAlert alert, ColumnJson json) => statement
        .Bind(row)
        .Bind(alert.Incident)
        .Bind(alert.Verdict.ToString())
        .Bind(alert.Reason)
        .Bind(alert.IsFiring)
        .Bind(alert.IsSilenced)
        .Bind(alert.IsLate)
        .Bind(alert.Episodes)
        .Bind(alert.FiredAt.ToMicroseconds())
        .Bind(alert.Began.ToMicroseconds())
        .Bind(alert.StartsAt.ToMicroseconds())
        .Bind(alert.GoneSince?.ToMicroseconds())
        .Bind(alert.Until?.ToMicroseconds())
        .Bind(json.Of(alert.Senders, IncidentJson.Default.ListSenderView));

    private readonly record struct Place(long Row, string? Incident);
}
