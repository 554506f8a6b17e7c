using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Paging.Receivers;

namespace Capacity.Server.Paging;

/// <summary>Puts together what a message tells.</summary>
internal sealed class MessageComposer(IPagingStore store, ServiceConfiguration configuration, INoticeLog notices)
{
    /// <summary>Gets the address of the service's pages; it ends in a slash.</summary>
    public Uri Pages { get; } = configuration.Address;

    /// <summary>Puts a message together; <see langword="null"/> where what it tells is no longer in the log.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public async Task<IncidentMessage?> ComposeAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (await ReadAsync(delivery.Sequence, cancellationToken) is not { } notice)
        {
            return null;
        }

        var file = await store.ReadFileAsync(delivery.Incident, cancellationToken);
        var message = new IncidentMessage
        {
            Delivery = delivery,
            Notice = notice,
            Pages = Pages,
            Paged = await ReadAsync(file.Incident?.PageSequence, cancellationToken),
            Ticketed = await ReadAsync(file.Incident?.TicketSequence, cancellationToken),
            First = file.Deliveries.FirstOrDefault(d => d.IsCall && d.IsTold && d.Receiver == delivery.Receiver && d.Key != delivery.Key),
        };
        return delivery.Action == DeliveryAction.Digest ? await WithTicketsAsync(message, cancellationToken) : message;
    }

    /// <summary>Puts together what is open and known to a receiver, as it would be told now.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public async Task<IReadOnlyList<IncidentMessage>> ComposeOpenAsync(string receiver, DateTimeOffset ticketsSince, int most, CancellationToken cancellationToken)
    {
        List<IncidentMessage> open = [];
        foreach (var incident in await store.ReadOpenAsync(receiver, ticketsSince, most, cancellationToken))
        {
            var delivery = new Delivery
            {
                Key = Delivery.KeyOf(incident.Incident, incident.LastSequence, receiver),
                Receiver = receiver,
                Incident = incident.Incident,
                Sequence = incident.LastSequence,
                Action = DeliveryAction.Update,
                PlannedAt = default,
                DueAt = default,
            };
            if (await ComposeAsync(delivery, cancellationToken) is { } message)
            {
                open.Add(message);
            }
        }

        return open;
    }

    private async Task<IncidentMessage> WithTicketsAsync(IncidentMessage message, CancellationToken cancellationToken)
    {
        var tickets = await store.ReadDigestAsync(message.Delivery.Incident, cancellationToken);
        List<IncidentNotice> shown = [];
        foreach (var ticket in tickets.Take(IncidentMessage.MostTickets))
        {
            if (await ReadAsync(ticket.Sequence, cancellationToken) is { } notice)
            {
                shown.Add(notice);
            }
        }

        return message with { Tickets = shown, TicketCount = tickets.Count };
    }

    private async Task<IncidentNotice?> ReadAsync(long? sequence, CancellationToken cancellationToken) =>
        sequence is long number && await notices.ReadAsync(number - 1, 1, cancellationToken) is [var notice] && notice.Sequence == number ? notice : null;
}
