using Capacity.Core.Alerting.Correlation;
using Capacity.Server.Alerts;
using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Capacity.Server.Incidents;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What becomes of alerts.</summary>
internal sealed class IncidentMetrics : ICurrentMetrics
{
    private readonly string cluster;
    private readonly DeskFigures figures;
    private readonly IncidentDesk desk;
    private readonly AlertKeeper keeper;
    private readonly ReceivedLog received;
    private readonly MetricSheet sheet = new();
    private readonly Counter changes;
    private readonly Counter fired;
    private readonly Counter decisions;
    private readonly Gauge perPage;
    private readonly Gauge firing;
    private readonly Gauge silenced;
    private readonly Gauge open;
    private readonly Gauge remembered;
    private readonly Gauge accepts;
    private readonly Counter unwritten;

    public IncidentMetrics(MetricSet set, ServiceConfiguration configuration, DeskFigures figures, IncidentDesk desk, AlertKeeper keeper, ReceivedLog received)
    {
        (cluster, this.figures, this.desk, this.keeper, this.received) = (configuration.ClusterName, figures, desk, keeper, received);
        changes = set.Counter("capacity_alert_changes_total", "Changes of alerts that were decided upon, copies that were sent again among them.", "cluster");
        fired = set.Counter("capacity_alerts_fired_total", "How often an alert began to fire that nobody had silenced.", "cluster");
        decisions = set.Counter("capacity_alert_decisions_total", "Decisions on alerts and incidents: page, update, resolve, hold, attach, ticket.", "cluster", "decision");
        perPage = set.Gauge("capacity_alerts_per_page_ratio", "Alerts that began to fire since the start over pages since the start.", "cluster");
        firing = set.Gauge("capacity_alerts_firing", "Alerts that fire and that nobody has silenced, by what became of them: none, held, attached, ticket, paged.", "cluster", "verdict");
        silenced = set.Gauge("capacity_alerts_silenced", "Alerts that fire and that somebody has silenced.", "cluster");
        open = set.Gauge("capacity_incidents_open", "Incidents that are not over, by kind of cause.", "cluster", "kind");
        remembered = set.Gauge("capacity_correlator_entries", "What the correlator remembers to go on: alerts and incidents, those that are over among them.", "cluster", "kind");
        accepts = set.Gauge("capacity_incidents_accepts_writes", "Whether the last decisions were stored; nobody is told of what is not.", "cluster");
        unwritten = set.Counter("capacity_received_log_lost_total", "Lines that the log of received alerts should have and has not.", "cluster");
        var took = set.Histogram("capacity_alert_decision_seconds", "From an alert's coming in until what was decided on it is on disk.", Histogram.ExponentialBuckets(0.001, 2, 15), "cluster");
        var paged = set.Histogram("capacity_time_to_page_seconds", "From the first alert of an incident until its page was decided upon.", Histogram.ExponentialBuckets(1, 2, 12), "cluster");
        figures.OnTook = (count, time) => took.WithLabels(cluster).Observe(time.TotalSeconds, count);
        figures.OnPaged = time => paged.WithLabels(cluster).Observe(time.TotalSeconds);
    }

    /// <inheritdoc/>
    public void Show(DateTimeOffset now)
    {
        var counts = figures.Counts;
        sheet.Set(changes, [cluster], counts.Changes);
        sheet.Set(fired, [cluster], counts.Fired);
        foreach (var kind in Enum.GetValues<DecisionKind>())
        {
            sheet.Set(decisions, [cluster, Words.Of(kind)], counts.Decisions.GetValueOrDefault(kind));
        }

        sheet.Set(perPage, [cluster], counts.Decisions.GetValueOrDefault(DecisionKind.Page) is > 0 and var pages ? (double)counts.Fired / pages : null);
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            sheet.Set(firing, [cluster, Words.Of(verdict)], counts.Firing.GetValueOrDefault(verdict));
        }

        sheet.Set(silenced, [cluster], keeper.Count().FiringSilenced);
        foreach (var kind in Enum.GetValues<IncidentKind>())
        {
            sheet.Set(open, [cluster, Words.Of(kind)], counts.Open.GetValueOrDefault(kind));
        }

        sheet.Set(remembered, [cluster, "alert"], counts.Alerts);
        sheet.Set(remembered, [cluster, "incident"], counts.Incidents);
        sheet.Set(accepts, [cluster], desk.Trouble is null ? 1 : 0);
        sheet.Set(unwritten, [cluster], received.Lost);
        sheet.Sweep();
    }
}
