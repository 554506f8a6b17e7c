using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Paging.Receivers;

/// <summary>A message with all that it tells.</summary>
internal sealed record IncidentMessage
{
    /// <summary>The most tickets that a digest shows.</summary>
    public const int MostTickets = 50;

    /// <summary>Gets the message as it was decided.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>Gets what is told; of a digest, the latest ticket.</summary>
    public required IncidentNotice Notice { get; init; }

    /// <summary>Gets the first ticket of the incident; <see langword="null"/> for none.</summary>
    public IncidentNotice? Ticketed { get; init; }

    /// <summary>Gets the first page of the incident; <see langword="null"/> for none.</summary>
    public IncidentNotice? Paged { get; init; }

    /// <summary>Gets the first message that the receiver got of the incident; <see langword="null"/> where this is the first.</summary>
    public Delivery? First { get; init; }

    /// <summary>Gets the tickets of a digest, <see cref="MostTickets"/> at most.</summary>
    public IReadOnlyList<IncidentNotice> Tickets { get; init; } = [];

    /// <summary>Gets how many tickets the digest is of.</summary>
    public int TicketCount { get; init; }

    /// <summary>Gets the address of the service's pages; it ends in a slash.</summary>
    public required Uri Pages { get; init; }

    /// <summary>Gets the page of the incident; of a digest, the page of all of them.</summary>
    public Uri Link => LinkTo(Delivery.Action == DeliveryAction.Digest ? null : Delivery.Incident);

    /// <summary>Gives the page of an incident; of all of them for <see langword="null"/>.</summary>
    public Uri LinkTo(string? incident) => new(Pages, incident is null ? "incidents" : $"incidents/{Uri.EscapeDataString(incident)}");
}
