using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Api;
using Capacity.Server.Configuration;
using Capacity.Server.Metrics;
using Prometheus;

namespace Capacity.Server.Paging;

/// <summary>Counts what is told, and how long it took.</summary>
public sealed class PagingCounters
{
    private readonly string cluster;
    private readonly Counter attempts;
    private readonly Counter notifications;
    private readonly Histogram attemptSeconds;
    private readonly Histogram pageSeconds;
    private readonly Histogram acknowledgeSeconds;
    private readonly Counter heartbeats;

    /// <summary>Makes the metrics.</summary>
    public PagingCounters(MetricSet set, ServiceConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(configuration);
        cluster = configuration.ClusterName;
        attempts = set.Counter("capacity_notification_attempts_total", "Attempts to send a message to a receiver, by outcome.", "cluster", "receiver", "outcome");
        notifications = set.Counter("capacity_notifications_total", "Messages to receivers that are done, by what became of them.", "cluster", "receiver", "action", "outcome");
        attemptSeconds = set.Histogram("capacity_notification_attempt_seconds", "How long attempts took.", Histogram.ExponentialBuckets(0.005, 2, 13), "cluster", "receiver");
        pageSeconds = set.Histogram("capacity_page_delivery_seconds", "From the decision to page until the first receiver took the page.", Histogram.ExponentialBuckets(0.05, 2, 16), "cluster");
        acknowledgeSeconds = set.Histogram("capacity_acknowledge_seconds", "From the decision to page until somebody acknowledged.", Histogram.ExponentialBuckets(15, 2, 12), "cluster");
        heartbeats = set.Counter("capacity_heartbeats_total", "Signs of life, by outcome: withheld where the service does not do its work.", "cluster", "outcome");
    }

    internal void Attempted(string receiver, SendOutcome outcome, TimeSpan took)
    {
        attempts.WithLabels(cluster, receiver, OutcomeWord(outcome)).Inc();
        attemptSeconds.WithLabels(cluster, receiver).Observe(took.TotalSeconds);
    }

    internal void Done(IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries.Where(d => d.IsDone))
        {
            notifications.WithLabels(cluster, delivery.Receiver, Words.Of(delivery.Action), Words.Of(delivery.State)).Inc();
        }
    }

    internal void Told(PagedIncident? before, PagedIncident? after)
    {
        if (before?.ToldAt is null && after is { ToldAt: { } told, PagedAt: { } paged })
        {
            pageSeconds.WithLabels(cluster).Observe((told - paged).TotalSeconds);
        }
    }

    internal void Acknowledged(PagedIncident before, PagedIncident? after)
    {
        if (before.AcknowledgedAt is null && after is { AcknowledgedAt: { } at, PagedAt: { } paged })
        {
            acknowledgeSeconds.WithLabels(cluster).Observe((at - paged).TotalSeconds);
        }
    }

    internal void Heartbeat(string outcome) => heartbeats.WithLabels(cluster, outcome).Inc();

    private static string OutcomeWord(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Taken => "ok",
        SendOutcome.Refused => "refused",
        SendOutcome.Failed { RetryAfter: not null } => "put_off",
        _ => "failed",
    };
}
