using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Paging;

namespace Capacity.Core.Tests.Alerting.Paging;

/// <summary>Notices as tests need them.</summary>
internal static class Notices
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    public static IncidentNotice Of(long sequence, NoticeKind kind, string incident = "i1", DateTimeOffset? at = null) => new()
    {
        Sequence = sequence,
        Cluster = "east",
        Incident = incident,
        Kind = kind,
        At = at ?? Noon,
        CauseKind = IncidentKind.Domain,
        Cause = "Rack b1 is gone",
        Reason = "3 machines",
        Severity = AlertSeverity.Critical,
        OpenedAt = Noon,
        Zone = "b",
        Team = "web",
    };
}
