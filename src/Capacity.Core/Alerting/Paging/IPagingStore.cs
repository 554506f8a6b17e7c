using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Keeps what was decided to be told, and what became of it. What a method has stored outlives a power failure when it returns.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read or written.</remarks>
public interface IPagingStore
{
    /// <summary>Reads the sequence of the last notice that was dealt with; 0 for none.</summary>
    Task<long> ReadPositionAsync(CancellationToken cancellationToken);

    /// <summary>Stores the changes of some decisions in order, all or none.</summary>
    Task WriteAsync(IReadOnlyCollection<PagingChanges> changes, CancellationToken cancellationToken);

    /// <summary>Reads what decisions about an incident, or a digest, stand on.</summary>
    Task<IncidentFile> ReadFileAsync(string incident, CancellationToken cancellationToken);

    /// <summary>Reads all messages of an incident, in the order in which they were decided.</summary>
    Task<IReadOnlyList<Delivery>> ReadDeliveriesAsync(string incident, CancellationToken cancellationToken);

    /// <summary>Reads what people said of an incident, in order.</summary>
    Task<IReadOnlyList<IncidentNote>> ReadNotesAsync(string incident, CancellationToken cancellationToken);

    /// <summary>Finds the message that a receiver gets next: pages before others, and none before an earlier one of its incident.</summary>
    /// <returns>The message; <see langword="null"/> where none is due.</returns>
    Task<Delivery?> ReadNextAsync(string receiver, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Lists calls that wait for a receiver since a time or longer and that nobody stands in for, the oldest first.</summary>
    Task<IReadOnlyList<Delivery>> ReadOverdueAsync(string receiver, DateTimeOffset plannedUntil, int most, CancellationToken cancellationToken);

    /// <summary>Lists tickets that were held until a time or longer, by receiver.</summary>
    Task<IReadOnlyList<Delivery>> ReadReleasedAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Lists the tickets of a digest, in order.</summary>
    Task<IReadOnlyList<Delivery>> ReadDigestAsync(string digest, CancellationToken cancellationToken);

    /// <summary>Lists incidents whose next step of escalation is due.</summary>
    Task<IReadOnlyList<PagedIncident>> ReadEscalatingAsync(DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>Lists incidents that are not over and that a receiver was told of, the latest first.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="ticketsSince">Tickets need not say when they are over: those with nothing new since then count as over.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<PagedIncident>> ReadOpenAsync(string receiver, DateTimeOffset ticketsSince, int most, CancellationToken cancellationToken);

    /// <summary>Counts what waits, for each receiver that something waits for.</summary>
    Task<IReadOnlyList<ReceiverBacklog>> ReadBacklogsAsync(CancellationToken cancellationToken);

    /// <summary>Drops incidents that were over before a time, and tickets with nothing new since then, with their messages and notes.</summary>
    /// <returns>How many incidents were dropped.</returns>
    Task<int> DropBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
