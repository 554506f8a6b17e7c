using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Makes of decisions what is to be told.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="find">Where a machine stands.</param>
/// <param name="teamOf">The team that owns what an alert is about; <see langword="null"/> for nobody.</param>
public sealed class NoticeWriter(string cluster, Func<string, Machine?> find, Func<LabelSet, string?> teamOf)
{
    private const int Most = 20;

    /// <summary>Gives the notices of some decisions, in their order; alerts that are for working hours by themselves are told together, by name.</summary>
    public IReadOnlyList<IncidentNotice> Write(IReadOnlyCollection<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var news = decisions.Where(d => d.IsNews).ToList();
        return [.. news.Where(d => d.Incident is not null).Select(d => Of(d, d.Incident!)), .. news.Where(d => d.Incident is null).GroupBy(d => d.Alerts[0]["alertname"]).Select(Tickets)];
    }

    /// <summary>Finds the one team that owns what all of these alerts are about; <see langword="null"/> where that is not one team.</summary>
    public string? TeamOf(Incident incident, IReadOnlyCollection<LabelSet> evidence) =>
        incident.Kind is IncidentKind.App or IncidentKind.Condition ? OneTeam(evidence) : null;

    /// <summary>Looks no further than to the second team: a storm is tens of thousands of alerts.</summary>
    private string? OneTeam(IReadOnlyCollection<LabelSet> alerts)
    {
        var first = alerts.Select(teamOf).FirstOrDefault();
        return first is not null && alerts.All(a => teamOf(a) == first) ? first : null;
    }

    private IncidentNotice Of(Decision decision, Incident incident)
    {
        var place = incident.Kind is IncidentKind.Machine or IncidentKind.Change && incident.Hosts.Count == 1 ? find(incident.Hosts.First()) : null;
        return new()
        {
            Sequence = 0,
            Cluster = cluster,
            Incident = incident.Id,
            Kind = decision.Kind switch
            {
                DecisionKind.Page => NoticeKind.Page,
                DecisionKind.Update => NoticeKind.Update,
                DecisionKind.Resolve => NoticeKind.Resolve,
                _ => NoticeKind.Ticket,
            },
            At = decision.At,
            CauseKind = incident.Kind,
            Cause = incident.Cause,
            Reason = decision.Reason,
            Severity = incident.Severity,
            OpenedAt = incident.OpenedAt,
            Zone = incident.Zone ?? place?.Zone,
            Rack = incident.Rack ?? place?.Rack,
            Team = TeamOf(incident, decision.Alerts),
            Hosts = [.. incident.Hosts.Order(StringComparer.Ordinal).Take(Most)],
            HostCount = incident.Hosts.Count,
            Firing = incident.Firing,
            Alerts = incident.Alerts,
            Evidence = [.. decision.Alerts.Take(Most)],
        };
    }

    private IncidentNotice Tickets(IGrouping<string, Decision> alike)
    {
        var labels = alike.SelectMany(d => d.Alerts).Distinct().ToList();
        var first = alike.First();
        return new()
        {
            Sequence = 0,
            Cluster = cluster,
            Incident = $"ticket-{alike.Key}-{first.At:yyyyMMdd}",
            Kind = NoticeKind.Ticket,
            At = first.At,
            CauseKind = IncidentKind.Condition,
            Cause = labels.Count == 1 ? alike.Key : $"{alike.Key}, {labels.Count} alerts",
            Reason = first.Reason,
            Severity = AlertSeverity.Warning,
            OpenedAt = first.At,
            Team = OneTeam(labels),
            Firing = labels.Count,
            Alerts = labels.Count,
            Evidence = [.. labels.Take(Most)],
        };
    }
}
