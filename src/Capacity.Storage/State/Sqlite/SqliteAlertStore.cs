using System.Runtime.CompilerServices;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Remembers alerts. Which number an alert has is known in memory, for the table is read once and has no other writer.</summary>
internal sealed class SqliteAlertStore(SqliteState state) : IAlertStore
{
    private const int Columns = 12;

    private readonly Dictionary<LabelSet, long> numbers = [];
    private long? last;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Alert>> ReadAsync(LabelPool pool, CancellationToken cancellationToken) => SqliteWork.RunAsync<IReadOnlyList<Alert>>(
        () =>
        {
            using var connection = state.Connect();
            var alerts = new Dictionary<LabelSet, Alert>();
            lock (state.Writing)
            {
                foreach (var row in connection.Query<AlertRow>(
                    """
                    SELECT id, labels, annotations, generator_url AS GeneratorUrl, starts_us AS Starts, ends_us AS Ends, is_timeout AS IsTimeout, arrived_us AS Arrived,
                        first_arrived_us AS FirstArrived, is_firing AS IsFiring, claimed_start_us AS ClaimedStart, sender
                    FROM alert ORDER BY id
                    """,
                    buffered: false))
                {
                    var alert = row.ToAlert(pool);
                    alerts[alert.Labels] = alert;
                    numbers[alert.Labels] = row.Id;
                }
            }

            return [.. alerts.Values];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task WriteAsync(IReadOnlyCollection<Alert> changed, IReadOnlyCollection<Alert> forgotten, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            lock (state.Writing)
            {
                using var connection = state.Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                last ??= connection.ExecuteScalar<long?>("SELECT max(id) FROM alert", transaction: transaction) ?? 0;
                Put(connection, transaction, changed);
                connection.Execute("DELETE FROM alert WHERE id = @Id", forgotten.Where(a => numbers.ContainsKey(a.Labels)).Select(a => new { Id = numbers[a.Labels] }), transaction);
                transaction.Commit();
                foreach (var alert in forgotten)
                {
                    numbers.Remove(alert.Labels);
                }
            }

            return 0;
        },
        cancellationToken);

    /// <summary>One statement, prepared once: a storm is tens of thousands of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyCollection<Alert> alerts)
    {
        using var command = new SqliteCommand("INSERT OR REPLACE INTO alert VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", connection, transaction);
        var parameters = Enumerable.Range(1, Columns).Select(i => command.Parameters.Add($"${i}", i is 2 or 3 or 4 or Columns ? SqliteType.Text : SqliteType.Integer)).ToArray();
        foreach (var alert in alerts)
        {
            parameters[0].Value = Number(alert.Labels);
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

    /// <summary>A number that was given and not written, because the disk was full, is written the next time.</summary>
    private long Number(LabelSet labels)
    {
        if (!numbers.TryGetValue(labels, out var number))
        {
            number = (last ?? 0) + 1;
            last = number;
            numbers.Add(labels, number);
        }

        return number;
    }
}
