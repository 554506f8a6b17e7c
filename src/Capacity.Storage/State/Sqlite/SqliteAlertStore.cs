using System.Runtime.CompilerServices;
using Capacity.Core.Alerting.Board;
using Capacity.Core.Alerting.Labels;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Remembers alerts. Which number an alert has is known in memory, for the table is read once and has no other writer.</summary>
internal sealed class SqliteAlertStore(SqliteState state) : IAlertStore
{
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
                state.Kept.Write((connection, transaction) =>
                {
                    last ??= connection.ExecuteScalar<long?>("SELECT max(id) FROM alert", transaction: transaction) ?? 0;
                    Put(changed);
                    Remove(forgotten);
                });
                foreach (var alert in forgotten)
                {
                    numbers.Remove(alert.Labels);
                }
            }

            return 0;
        },
        cancellationToken);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(IReadOnlyCollection<Alert> alerts)
    {
        using var json = new ColumnJson();
        var statement = state.Kept.Prepare("INSERT OR REPLACE INTO alert VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
        foreach (var alert in alerts)
        {
            statement.Bind(Number(alert.Labels))
                .Bind(json.Pairs(alert.Labels))
                .Bind(json.Pairs(alert.Annotations))
                .Bind(alert.GeneratorUrl)
                .Bind(alert.StartsAt.ToMicroseconds())
                .Bind(alert.EndsAt.ToMicroseconds())
                .Bind(alert.IsTimeout)
                .Bind(alert.ArrivedAt.ToMicroseconds())
                .Bind(alert.FirstArrivedAt.ToMicroseconds())
                .Bind(alert.IsFiring)
                .Bind(alert.Claims.LastStart?.ToMicroseconds())
                .Bind(alert.Sender)
                .Run();
        }
    }

    private void Remove(IReadOnlyCollection<Alert> alerts)
    {
        var statement = state.Kept.Prepare("DELETE FROM alert WHERE id = ?1");
        foreach (var alert in alerts)
        {
            if (numbers.TryGetValue(alert.Labels, out var number))
            {
                statement.Bind(number).Run();
            }
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
