using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Decides how tickets are told that were held in quiet hours: one alone as it is, several of a receiver in one message.</summary>
public static class DigestPlanner
{
    /// <summary>Decides.</summary>
    /// <param name="released">Tickets that need not wait any longer.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<PagingChanges> Plan(IEnumerable<Delivery> released, DateTimeOffset now) =>
        [.. released.GroupBy(d => d.Receiver).Select(g => Plan(g.Key, [.. g], now))];

    /// <summary>Says what becomes of the tickets of a digest when that is done.</summary>
    /// <param name="digest">The digest, as it is now.</param>
    /// <param name="tickets">Its tickets.</param>
    /// <param name="now">The time.</param>
    public static IEnumerable<Delivery> Settle(Delivery digest, IEnumerable<Delivery> tickets, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.IsDone
            ? tickets.Where(t => !t.IsDone).Select(t => t.Done(t.Receiver == digest.Receiver || digest.State != DeliveryState.Delivered ? digest.State : DeliveryState.HandedOver, now))
            : [];
    }

    private static PagingChanges Plan(string receiver, IReadOnlyList<Delivery> tickets, DateTimeOffset now)
    {
        if (tickets is [var alone])
        {
            return new() { Changed = [alone with { State = DeliveryState.Waiting, DueAt = now }] };
        }

        var last = tickets.Max(t => t.Sequence);
        var digest = FormattableString.Invariant($"digest-{receiver}-{last}");
        return new()
        {
            Changed = [.. tickets.Select(t => t with { Digest = digest })],
            Added =
            [
                new()
                {
                    Key = Delivery.KeyOf(digest, last, receiver),
                    Receiver = receiver,
                    Incident = digest,
                    Sequence = last,
                    Action = DeliveryAction.Digest,
                    PlannedAt = now,
                    DueAt = now,
                },
            ],
        };
    }
}
