using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging;

namespace Capacity.Server.Tests.Paging;

/// <summary>Notices in memory.</summary>
internal sealed class NoticeList : INoticeLog
{
    private readonly List<IncidentNotice> notices = [];

    /// <summary>Gets how many there are.</summary>
    public int Count => notices.Count;

    /// <summary>Writes one.</summary>
    public IncidentNotice Add(NoticeKind kind, DateTimeOffset at, string incident = "i1", Func<IncidentNotice, IncidentNotice>? change = null)
    {
        var notice = new IncidentNotice
        {
            Sequence = notices.Count + 1,
            Cluster = "east",
            Incident = incident,
            Kind = kind,
            At = at,
            CauseKind = IncidentKind.Domain,
            Cause = "Rack b1 is gone",
            Reason = "3 machines of rack b1 fail together.",
            Severity = AlertSeverity.Critical,
            OpenedAt = at,
            Zone = "b",
            Rack = "b1",
            Team = "web",
            Hosts = ["agent-1", "agent-2", "agent-3"],
            HostCount = 3,
            Firing = 7,
            Alerts = 9,
            Evidence = [LabelSet.Create([new("alertname", "NodeDown"), new("host", "agent-1")]), LabelSet.Create([new("alertname", "NodeDown"), new("host", "agent-2")])],
        };
        notices.Add(change?.Invoke(notice) ?? notice);
        return notices[^1];
    }

    public Task<IReadOnlyList<IncidentNotice>> ReadAsync(long after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IncidentNotice>>(notices.Skip((int)after).Take(most).ToList());
}
