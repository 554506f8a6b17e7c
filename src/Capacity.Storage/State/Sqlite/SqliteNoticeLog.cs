using Capacity.Core.Alerting.Paging;
using Dapper;

namespace Capacity.Storage.State.Sqlite;

/// <summary>Reads the notices that were written with incidents.</summary>
internal sealed class SqliteNoticeLog(SqliteState state) : INoticeLog
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<IncidentNotice>> ReadAsync(long after, int most, CancellationToken cancellationToken) => SqliteWork.RunAsync<IReadOnlyList<IncidentNotice>>(
        () =>
        {
            using var connection = state.Connect();
            return [.. connection.Query<(long Sequence, string Body)>("SELECT sequence, body FROM notice WHERE sequence > @after ORDER BY sequence LIMIT @most", new { after, most })
                .Select(r => StoredJson.Read(r.Body, NoticeJson.Read) with { Sequence = r.Sequence })];
        },
        cancellationToken);
}
