using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Core.Alerting.Paging;

/// <summary>What has to be known of one incident to decide whom to tell what.</summary>
/// <param name="Incident">The incident; <see langword="null"/> where nothing was told of it, and for digests.</param>
/// <param name="Deliveries">Its calls, and all messages that are not done, in the order in which they were decided.</param>
public sealed record IncidentFile(PagedIncident? Incident, IReadOnlyList<Delivery> Deliveries)
{
    /// <summary>Lists the receivers that know of it, or will.</summary>
    public IEnumerable<string> Audience => Deliveries
        .Where(d => d.IsCall && (d.IsTold || d.State == DeliveryState.Waiting || d is { State: DeliveryState.Held, Digest: not null }))
        .Select(d => d.Receiver)
        .Distinct();

    /// <summary>Withdraws what waits for a receiver that was never told, once its call is done with.</summary>
    /// <param name="call">The call, as it is now.</param>
    /// <param name="now">The time.</param>
    public IEnumerable<Delivery> Idle(Delivery call, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(call);
        var knows = call.IsTold || Deliveries.Any(d => d.IsCall && d.Receiver == call.Receiver && d.Key != call.Key && (d.IsTold || d.State == DeliveryState.Waiting));
        return knows
            ? []
            : Deliveries.Where(d => d.Receiver == call.Receiver && !d.IsCall && d.State == DeliveryState.Waiting).Select(d => d.Done(DeliveryState.Withdrawn, now));
    }
}
