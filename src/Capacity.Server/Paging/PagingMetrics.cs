using Capacity.Server.Configuration;
using Capacity.Server.Metrics;
using Prometheus;

namespace Capacity.Server.Paging;

/// <summary>What the service says of its receivers.</summary>
internal sealed class PagingMetrics
{
    private readonly string cluster;
    private readonly PagingLedger ledger;
    private readonly MetricSheet sheet = new();
    private readonly Gauge waiting;
    private readonly Gauge held;
    private readonly Gauge up;

    public PagingMetrics(MetricSet set, ServiceConfiguration configuration, PagingLedger ledger)
    {
        (cluster, this.ledger) = (configuration.ClusterName, ledger);
        waiting = set.Gauge("capacity_notifications_waiting", "Messages that wait to be sent, by receiver.", "cluster", "receiver");
        held = set.Gauge("capacity_notifications_held", "Tickets that wait for the end of quiet hours, by receiver.", "cluster", "receiver");
        up = set.Gauge("capacity_receiver_up", "0 while a receiver counts as down and is left alone.", "cluster", "receiver");
        set.Registry.AddBeforeCollectCallback(Show);
    }

    private void Show()
    {
        lock (sheet)
        {
            foreach (var receiver in ledger.Receivers())
            {
                string[] labels = [cluster, receiver.Name];
                sheet.Set(waiting, labels, receiver.Backlog.Waiting);
                sheet.Set(held, labels, receiver.Backlog.Held);
                sheet.Set(up, labels, receiver.Breaker.IsOpen ? 0 : 1);
            }

            sheet.Sweep();
        }
    }
}
