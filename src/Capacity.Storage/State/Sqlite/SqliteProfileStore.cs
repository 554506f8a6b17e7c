using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Recording;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Keeps usage profiles as compact blobs.</summary>
internal sealed class SqliteProfileStore(SqliteState state) : IProfileStore
{
    private const string Select = "SELECT framework, name, bytes FROM profile JOIN app ON app.id = profile.app ";

    /// <inheritdoc/>
    public Task<ProfileState> ReadStateAsync(CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            using var transaction = connection.BeginTransaction(deferred: true);
            var until = connection.ExecuteScalar<long?>("SELECT until_us FROM profile_covered", transaction: transaction);
            var covered = until is long us ? Moments.ToTime(us) : (DateTimeOffset?)null;
            var open = connection.Query<ProfileRow>(Select + "WHERE day = @day", new { day = Moments.DayOf(covered ?? default).DayNumber }, transaction);
            var events = connection.Query<EventRow>("SELECT framework, name, kind, key, at_us AS At, noted_us AS Noted FROM app_event ORDER BY noted_us", transaction: transaction);
            return new ProfileState(
                covered,
                covered is null ? [] : [.. open.Select(r => new AppProfile(new(r.Framework, r.Name), r.ToProfile()))],
                [.. events.Select(e => e.ToEvent()).OfType<AppEvent>()]);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task NoteAsync(IReadOnlyCollection<AppEvent> events, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute("INSERT OR IGNORE INTO app_event VALUES (@Framework, @Name, @Kind, @Key, @At, @Noted)", events.Select(EventRow.Of), transaction);
            transaction.Commit();
            return events.Count;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task CommitAsync(ProfileCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return SqliteWork.RunAsync(
            () =>
            {
                using var connection = state.Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                Write(connection, transaction, checkpoint, cancellationToken);
                connection.Execute(
                    "INSERT INTO profile_covered VALUES (1, @until) ON CONFLICT (id) DO UPDATE SET until_us = excluded.until_us",
                    new { until = checkpoint.CoveredUntil.ToMicroseconds() },
                    transaction);
                transaction.Commit();
                return 0;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReadAllAsync(DateOnly from, DateOnly until, Action<AppKey, IReadOnlyList<AppDayProfile>> take, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            List<AppDayProfile> days = [];
            AppKey? last = null;
            foreach (var row in connection.Query<ProfileRow>(Select + "WHERE day >= @from AND day < @until ORDER BY app, day", Range(from, until), buffered: false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var app = new AppKey(row.Framework, row.Name);
                if (last is { } before && before != app)
                {
                    take(before, days);
                    days = [];
                }

                days.Add(row.ToProfile());
                last = app;
            }

            if (last is { } final)
            {
                take(final, days);
            }

            return 0;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AppDayProfile>> ReadAppAsync(AppKey app, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        SqliteWork.RunAsync<IReadOnlyList<AppDayProfile>>(
            () =>
            {
                using var connection = state.Connect();
                return [.. connection.Query<ProfileRow>(
                    Select + "WHERE framework = @Framework AND name = @Id AND day >= @from AND day < @until ORDER BY day",
                    new { app.Framework, app.Id, from = from.DayNumber, until = until.DayNumber }).Select(r => r.ToProfile())];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> DropBeforeAsync(DateOnly day, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            var dropped = connection.Execute("DELETE FROM profile WHERE day < @day", new { day = day.DayNumber }, transaction);

            // The version that an app has now stays, however old it is.
            connection.Execute(
                "DELETE FROM app_event WHERE noted_us < @us AND (kind <> 'Version' OR noted_us < (SELECT max(e.noted_us) FROM app_event e WHERE e.framework = app_event.framework AND e.name = app_event.name AND e.kind = 'Version'))",
                new { us = day.ToMicroseconds() },
                transaction);
            transaction.Commit();
            return dropped;
        },
        cancellationToken);

    private static void Write(SqliteConnection connection, SqliteTransaction transaction, ProfileCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        using var name = new SqliteCommand("INSERT OR IGNORE INTO app (framework, name) VALUES ($framework, $name)", connection, transaction);
        using var put = new SqliteCommand(
            "INSERT OR REPLACE INTO profile SELECT id, $day, $bytes FROM app WHERE framework = $framework AND name = $name", connection, transaction);
        foreach (var (app, day, bytes) in checkpoint.Profiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Set(name, ("$framework", app.Framework), ("$name", app.Id));
            Set(put, ("$framework", app.Framework), ("$name", app.Id), ("$day", day.DayNumber), ("$bytes", bytes));
        }
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<(string Name, object Value)> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static object Range(DateOnly from, DateOnly until) => new { from = from.DayNumber, until = until.DayNumber };
}
