using Capacity.Core.Alerting.Silences;
using Capacity.Server.Alerts;
using Capacity.Server.Metrics;
using Prometheus;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>What Alertmanager says of itself, under its names: dashboards and Karma look for them.</summary>
internal sealed class AlertmanagerMetrics
{
    private const string Interface = "v2";
    private readonly AlertKeeper keeper;
    private readonly TimeProvider time;
    private readonly Counter received;
    private readonly Counter invalid;
    private readonly Counter limited;
    private readonly Gauge alerts;
    private readonly Gauge silences;

    public AlertmanagerMetrics(MetricSet set, AlertKeeper keeper, TimeProvider time)
    {
        (this.keeper, this.time) = (keeper, time);
        set.Gauge("alertmanager_build_info", "The version of Alertmanager whose interface this is; always 1.", "version").WithLabels(StatusEndpoints.Version).Set(1);
        received = set.Counter("alertmanager_alerts_received_total", "Alerts that arrived, by what they said of themselves.", "status", "version");
        invalid = set.Counter("alertmanager_alerts_invalid_total", "Alerts that arrived and were not right.", "version");
        limited = set.Counter("alertmanager_alerts_limited_total", "New alerts that there was no room for.", "version");
        alerts = set.Gauge("alertmanager_alerts", "Alerts that fire, by state.", "state");
        silences = set.Gauge("alertmanager_silences", "Silences that are remembered, by state.", "state");
        set.Registry.AddBeforeCollectCallback(Show);
    }

    /// <summary>Counts alerts that arrived.</summary>
    public void Received(PostedAlerts posted)
    {
        var now = time.GetUtcNow();
        var resolved = posted.Valid.Count(a => a.EndsAt <= now);
        received.WithLabels("firing", Interface).Inc(posted.Valid.Count - resolved);
        received.WithLabels("resolved", Interface).Inc(resolved);
        invalid.WithLabels(Interface).Inc(posted.Faults.Count);
    }

    /// <summary>Counts new alerts that there was no room for.</summary>
    public void Limited(int count) => limited.WithLabels(Interface).Inc(count);

    private void Show()
    {
        var now = time.GetUtcNow();
        var counts = keeper.Count();
        alerts.WithLabels("active").Set(counts.Listed - counts.ListedSilenced);
        alerts.WithLabels("suppressed").Set(counts.ListedSilenced);
        var states = keeper.Silences.All.CountBy(s => s.StateAt(now)).ToDictionary();
        foreach (var state in Enum.GetValues<SilenceState>())
        {
            silences.WithLabels(Server.Api.Words.Of(state)).Set(states.GetValueOrDefault(state));
        }
    }
}
