using Capacity.Server.Configuration;
using Capacity.Server.RightSizing.Reports;
using Prometheus;

namespace Capacity.Server.Metrics;

/// <summary>What the service says of the delivery of reports.</summary>
internal sealed class ReportMetrics : ICurrentMetrics
{
    private readonly string cluster;
    private readonly ReportDeliveries deliveries;
    private readonly MetricSheet sheet = new();
    private readonly Counter attempts;
    private readonly Gauge waiting;

    public ReportMetrics(MetricSet set, ServiceConfiguration configuration, ReportDeliveries deliveries)
    {
        (cluster, this.deliveries) = (configuration.ClusterName, deliveries);
        attempts = set.Counter("capacity_report_deliveries_total", "Attempts to deliver a weekly report, by channel and outcome.", "cluster", "channel", "outcome");
        waiting = set.Gauge("capacity_reports_undelivered", "Reports that are due and were not delivered in the last attempt, by channel.", "cluster", "channel");
    }

    /// <inheritdoc/>
    public void Show(DateTimeOffset now)
    {
        foreach (var ((channel, outcome), count) in deliveries.Attempts)
        {
            sheet.Set(attempts, [cluster, channel, outcome], count);
        }

        // A channel that was used has a figure from then on, zero too.
        foreach (var channel in deliveries.Attempts.Keys.Select(k => k.Channel).Distinct())
        {
            sheet.Set(waiting, [cluster, channel], deliveries.Troubles.Count(t => t.Channel == channel));
        }

        sheet.Sweep();
    }
}
