using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Tracking;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Remembers advice, decisions and deliveries.</summary>
internal sealed class SqliteAdviceStore(SqliteState state) : IAdviceStore
{
    private const string Shapes = """
        cpus, memory, instances, advised_cpus AS AdvisedCpus, advised_memory AS AdvisedMemory, advised_instances AS AdvisedInstances,
        cost_per_hour AS Cost, saving_per_hour AS Saving
        """;

    private const string Advice = $"SELECT framework, name, at_us AS At, verdict, grade, {Shapes} FROM advice";

    private const string Values = "@Cpus, @Memory, @Instances, @AdvisedCpus, @AdvisedMemory, @AdvisedInstances, @Cost, @Saving";

    /// <inheritdoc/>
    public Task<IReadOnlyList<AdviceRecord>> ReadLatestAsync(CancellationToken cancellationToken) =>
        ReadAsync(Advice + " a WHERE at_us = (SELECT max(at_us) FROM advice l WHERE l.framework = a.framework AND l.name = a.name)", new { }, r => r.ToRecord(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AdviceRecord>> ReadHistoryAsync(AppKey app, CancellationToken cancellationToken) =>
        ReadAsync(Advice + " WHERE framework = @Framework AND name = @Id ORDER BY at_us", new { app.Framework, app.Id }, r => r.ToRecord(), cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyCollection<AdviceRecord> advice, CancellationToken cancellationToken) =>
        WriteAsync($"INSERT OR REPLACE INTO advice VALUES (@Framework, @Name, @At, @Verdict, @Grade, {Values})", advice.Select(AdviceRow.Of), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DomainSpread>> ReadSpreadsAsync(DateOnly from, CancellationToken cancellationToken) => SqliteWork.RunAsync<IReadOnlyList<DomainSpread>>(
        () =>
        {
            using var connection = state.Connect();
            return [.. connection.Query<SpreadRow>("SELECT framework, name, day, are_zones AS AreZones, domains FROM domain_spread WHERE day >= @day", new { day = SpreadRow.Text(from) }).Select(r => r.ToSpread())];
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task NoteSpreadsAsync(IReadOnlyCollection<DomainSpread> spreads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spreads);
        if (spreads.Count == 0)
        {
            return;
        }

        await WriteAsync(
            "INSERT INTO domain_spread VALUES (@Framework, @Name, @Day, @AreZones, @Domains) ON CONFLICT DO UPDATE SET domains = max(domains, excluded.domains)", spreads.Select(SpreadRow.Of), cancellationToken);
        await WriteAsync("DELETE FROM domain_spread WHERE day < @day", new { day = SpreadRow.Text(spreads.Max(s => s.Day).AddDays(1 - DomainSpread.Days)) }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DecideAsync(OwnerDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return WriteAsync($"INSERT OR REPLACE INTO decision VALUES (@Framework, @Name, @At, @Kind, @Reason, @Until, {Values})", AdviceRow.Of(decision), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OwnerDecision>> ReadDecisionsAsync(CancellationToken cancellationToken) =>
        ReadAsync($"SELECT framework, name, at_us AS At, kind, reason, until_us AS Until, {Shapes} FROM decision ORDER BY at_us", new { }, r => r.ToDecision(), cancellationToken);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> ReadDeliveryAsync(string team, string receiver, CancellationToken cancellationToken) => SqliteWork.RunAsync<DateTimeOffset?>(
        () =>
        {
            using var connection = state.Connect();
            return connection.ExecuteScalar<long?>("SELECT at_us FROM report_delivery WHERE team = @team AND receiver = @receiver", new { team, receiver }) is long us ? Moments.ToTime(us) : null;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task NoteDeliveryAsync(string team, string receiver, DateTimeOffset at, CancellationToken cancellationToken) =>
        WriteAsync("INSERT OR REPLACE INTO report_delivery VALUES (@team, @receiver, @at)", new { team, receiver, at = at.ToMicroseconds() }, cancellationToken);

    private Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object parameters, Func<AdviceRow, T?> convert, CancellationToken cancellationToken)
        where T : class => SqliteWork.RunAsync<IReadOnlyList<T>>(
        () =>
        {
            using var connection = state.Connect();
            return [.. connection.Query<AdviceRow>(sql, parameters).Select(convert).OfType<T>()];
        },
        cancellationToken);

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
