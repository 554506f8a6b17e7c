using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Incidents;
using Capacity.Server.Incidents;

namespace Capacity.Server.Api.Incidents;

/// <summary>An incident with what happened when, its alerts and why they are there.</summary>
public sealed record IncidentDetailDocument
{
    /// <summary>Gets the incident.</summary>
    public required IncidentDocument Incident { get; init; }

    /// <summary>Gets how well its cause is proven, 0 to 1, and by what.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Gets what happened when.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>Gets the machines that failed, sorted by name.</summary>
    public required IReadOnlyList<string> HostNames { get; init; }

    /// <summary>Gets the alerts that proved it.</summary>
    public required IReadOnlyList<ExplainedAlertDocument> Evidence { get; init; }

    /// <summary>Gets its other alerts; with the evidence 2,000 at most.</summary>
    public required IReadOnlyList<ExplainedAlertDocument> Alerts { get; init; }

    /// <summary>Makes it.</summary>
    public static IncidentDetailDocument Of(IncidentReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new()
        {
            Incident = IncidentDocument.Of(reading.Record),
            Confidence = reading.Confidence,
            Timeline = reading.Record.Incident.Timeline,
            HostNames = [.. reading.Record.Incident.Hosts.Order(StringComparer.Ordinal)],
            Evidence = [.. reading.Alerts.Where(a => a.Verdict == Verdict.Paged).Select(ExplainedAlertDocument.Of)],
            Alerts = [.. reading.Alerts.Where(a => a.Verdict != Verdict.Paged).Select(ExplainedAlertDocument.Of)],
        };
    }
}
