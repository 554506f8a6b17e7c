using Capacity.Core.Alerting.Paging;

namespace Capacity.Storage.State.Sqlite;

/// <summary>A row of the table <c>paged_incident</c>.</summary>
internal sealed class PagedIncidentRow
{
    public const string Columns = """
        i.incident, i.cluster, i.last_sequence AS LastSequence, i.last_us AS LastUs, i.ticket_sequence AS TicketSequence, i.page_sequence AS PageSequence, i.paged_us AS Paged, i.told_us AS Told,
        i.escalation, i.steps, i.next_step_us AS NextStep, i.acknowledged_us AS Acknowledged, i.acknowledged_by AS AcknowledgedBy, i.resolved_us AS Resolved
        """;

    public string Incident { get; init; } = "";

    public string Cluster { get; init; } = "";

    public long LastSequence { get; init; }

    public long LastUs { get; init; }

    public long? TicketSequence { get; init; }

    public long? PageSequence { get; init; }

    public long? Paged { get; init; }

    public long? Told { get; init; }

    public string? Escalation { get; init; }

    public long Steps { get; init; }

    public long? NextStep { get; init; }

    public long? Acknowledged { get; init; }

    public string? AcknowledgedBy { get; init; }

    public long? Resolved { get; init; }

    public static PagedIncidentRow Of(PagedIncident incident) => new()
    {
        Incident = incident.Incident,
        Cluster = incident.Cluster,
        LastSequence = incident.LastSequence,
        LastUs = incident.LastAt.ToMicroseconds(),
        TicketSequence = incident.TicketSequence,
        PageSequence = incident.PageSequence,
        Paged = incident.PagedAt?.ToMicroseconds(),
        Told = incident.ToldAt?.ToMicroseconds(),
        Escalation = incident.Escalation,
        Steps = incident.Steps,
        NextStep = incident.NextStepAt?.ToMicroseconds(),
        Acknowledged = incident.AcknowledgedAt?.ToMicroseconds(),
        AcknowledgedBy = incident.AcknowledgedBy,
        Resolved = incident.ResolvedAt?.ToMicroseconds(),
    };

    public PagedIncident ToIncident() => new()
    {
        Incident = Incident,
        Cluster = Cluster,
        LastSequence = LastSequence,
        LastAt = Moments.ToTime(LastUs),
        TicketSequence = TicketSequence,
        PageSequence = PageSequence,
        PagedAt = Time(Paged),
        ToldAt = Time(Told),
        Escalation = Escalation,
        Steps = (int)Steps,
        NextStepAt = Time(NextStep),
        AcknowledgedAt = Time(Acknowledged),
        AcknowledgedBy = AcknowledgedBy,
        ResolvedAt = Time(Resolved),
    };

    private static DateTimeOffset? Time(long? microseconds) => microseconds is long us ? Moments.ToTime(us) : null;
}
