using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging;

namespace Capacity.Benchmarks.Paging;

/// <summary>A log of pages that are made when they are read, each of an incident of its own.</summary>
internal sealed class GeneratedNotices(int count, DateTimeOffset at) : INoticeLog
{
    public Task<IReadOnlyList<IncidentNotice>> ReadAsync(long after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IncidentNotice>>([.. Enumerable.Range(1, most).Select(i => after + i).TakeWhile(n => n <= count).Select(Make)]);

    private IncidentNotice Make(long sequence) => new()
    {
        Sequence = sequence,
        Cluster = "east",
        Incident = $"incident-{sequence}",
        Kind = NoticeKind.Page,
        At = at,
        CauseKind = IncidentKind.Domain,
        Cause = $"Rack r{sequence} is gone",
        Reason = "20 machines fail together.",
        Severity = AlertSeverity.Critical,
        OpenedAt = at,
        Hosts = [.. Enumerable.Range(0, 20).Select(h => $"agent-{sequence}-{h}")],
        HostCount = 20,
        Evidence = [.. Enumerable.Range(0, 20).Select(h => LabelSet.Create([new("alertname", "NodeDown"), new("host", $"agent-{sequence}-{h}")]))],
    };
}
