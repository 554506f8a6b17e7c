using Capacity.Core.Planning.Forecasting.Keeping;
using Capacity.Core.Planning.Forecasting.Limits;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Keeps forecasts, to a relative error of 6e-8, and what was found of capacities that run out.</summary>
internal sealed class SqliteForecastStore(SqliteState state) : IForecastStore
{
    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyCollection<KeptForecast> forecasts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        return SqliteWork.RunAsync(
            () =>
            {
                using var connection = state.Connect();
                using var transaction = connection.BeginTransaction(deferred: false);
                connection.Execute("INSERT OR IGNORE INTO forecast_series (name) VALUES (@Series)", forecasts.Select(f => new { f.Series }), transaction);
                connection.Execute(
                    "INSERT OR REPLACE INTO forecast SELECT id, @Made, @Start, @Step, @P10, @P50, @P90 FROM forecast_series WHERE name = @Name",
                    forecasts.Select(ForecastRow.Of),
                    transaction);
                transaction.Commit();
                return forecasts.Count;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeptForecast>> ReadAsync(string series, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken) =>
        SqliteWork.RunAsync<IReadOnlyList<KeptForecast>>(
            () =>
            {
                using var connection = state.Connect();
                return [.. connection.Query<ForecastRow>(
                    """
                    SELECT name, made_us AS Made, start_us AS Start, step_us AS Step, p10, p50, p90 FROM forecast JOIN forecast_series ON id = series
                    WHERE name = @Name AND made_us >= @Since AND made_us < @Until ORDER BY made_us, start_us, step_us
                    """,
                    new { Name = series, Since = since.ToMicroseconds(), Until = until.ToMicroseconds() }).Select(r => r.ToForecast())];
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> DropBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            return connection.Execute("DELETE FROM forecast WHERE made_us < @Time", new { Time = time.ToMicroseconds() });
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, RunOutLevel>> ReadLevelsAsync(CancellationToken cancellationToken) =>
        SqliteWork.RunAsync<IReadOnlyDictionary<string, RunOutLevel>>(
            () =>
            {
                using var connection = state.Connect();
                return connection.Query<(string Series, string Level)>("SELECT series, level FROM run_out").ToDictionary(r => r.Series, r => Enum.Parse<RunOutLevel>(r.Level));
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task PutLevelsAsync(IReadOnlyDictionary<string, RunOutLevel> levels, CancellationToken cancellationToken) => SqliteWork.RunAsync(
        () =>
        {
            using var connection = state.Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            connection.Execute("DELETE FROM run_out", transaction: transaction);
            connection.Execute("INSERT INTO run_out VALUES (@Series, @Level)", levels.Select(l => new { Series = l.Key, Level = l.Value.ToString() }), transaction);
            transaction.Commit();
            return levels.Count;
        },
        cancellationToken);
}
