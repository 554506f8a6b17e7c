using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Remembers alerts.</summary>
internal sealed class SqliteAlertStore(SqliteState state) : IAlertStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Alert>> ReadAsync(LabelPool pool, CancellationToken cancellationToken) => SqliteWork.RunAsync<IReadOnlyList<Alert>>(
        () =>
        {
            using var connection = state.Connect();
            return [.. connection.Query<AlertRow>(
                """
                SELECT labels, annotations, generator_url AS GeneratorUrl, starts_us AS Starts, ends_us AS Ends, is_timeout AS IsTimeout, arrived_us AS Arrived,
                    first_arrived_us AS FirstArrived, is_firing AS IsFiring, claimed_start_us AS ClaimedStart, sender
                FROM alert
                """,
                buffered: false).Select(r => r.ToAlert(pool))];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyCollection<Alert> changed, IReadOnlyCollection<Alert> forgotten, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            Put(connection, transaction, changed);
            connection.Execute(
                "DELETE FROM alert WHERE fingerprint = @Fingerprint AND labels = @Labels",
                forgotten.Select(a => new { Fingerprint = unchecked((long)a.Fingerprint.Value), Labels = PairsJson.Write(a.Labels) }),
                transaction);
            transaction.Commit();
            return 0;
        },
        cancellationToken);

    /// <summary>One statement, prepared once: a storm is tens of thousands of rows.</summary>
    private static void Put(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyCollection<Alert> alerts)
    {
        using var command = new SqliteCommand("INSERT OR REPLACE INTO alert VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", connection, transaction);
        var parameters = Enumerable.Range(1, 12).Select(i => command.Parameters.Add($"${i}", i is 2 or 3 or 4 or 12 ? SqliteType.Text : SqliteType.Integer)).ToArray();
        foreach (var alert in alerts)
        {
            parameters[0].Value = unchecked((long)alert.Fingerprint.Value);
            parameters[1].Value = PairsJson.Write(alert.Labels);
            parameters[2].Value = PairsJson.Write(alert.Annotations);
            parameters[3].Value = alert.GeneratorUrl;
            parameters[4].Value = alert.StartsAt.ToMicroseconds();
            parameters[5].Value = alert.EndsAt.ToMicroseconds();
            parameters[6].Value = alert.IsTimeout;
            parameters[7].Value = alert.ArrivedAt.ToMicroseconds();
            parameters[8].Value = alert.FirstArrivedAt.ToMicroseconds();
            parameters[9].Value = alert.IsFiring;
            parameters[10].Value = (object?)alert.Claims.LastStart?.ToMicroseconds() ?? DBNull.Value;
            parameters[11].Value = alert.Sender;
            command.ExecuteNonQuery();
        }
    }
}
