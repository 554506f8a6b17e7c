using Capacity.Core.Alerting.Paging;
using Capacity.Core.Alerting.Paging.Delivering;

namespace Capacity.Server.Tests.Paging;

/// <summary>A store that ends the process before or after a write, or has no room, as a test wants it to.</summary>
internal sealed class FragileStore(IPagingStore inner) : IPagingStore
{
    /// <summary>Gets or sets how many more writes there are before the one at which the process ends; <see langword="null"/> for all.</summary>
    public int? WritesLeft { get; set; }

    /// <summary>Gets or sets a value indicating whether the process ends when that write is on disk already.</summary>
    public bool EndsAfter { get; set; }

    /// <summary>Gets or sets a value indicating whether there is no room.</summary>
    public bool IsFull { get; set; }

    public async Task WriteAsync(IReadOnlyCollection<PagingChanges> changes, CancellationToken cancellationToken)
    {
        if (IsFull)
        {
            throw new IOException("no space left");
        }

        var ends = WritesLeft-- == 0;
        if (ends && !EndsAfter)
        {
            throw new KilledException();
        }

        await inner.WriteAsync(changes, cancellationToken);
        if (ends)
        {
            throw new KilledException();
        }
    }

    public Task<long> ReadPositionAsync(CancellationToken cancellationToken) => inner.ReadPositionAsync(cancellationToken);

    public Task<IncidentFile> ReadFileAsync(string incident, CancellationToken cancellationToken) => inner.ReadFileAsync(incident, cancellationToken);

    public Task<IReadOnlyList<Delivery>> ReadDeliveriesAsync(string incident, CancellationToken cancellationToken) => inner.ReadDeliveriesAsync(incident, cancellationToken);

    public Task<IReadOnlyList<IncidentNote>> ReadNotesAsync(string incident, CancellationToken cancellationToken) => inner.ReadNotesAsync(incident, cancellationToken);

    public Task<Delivery?> ReadNextAsync(string receiver, DateTimeOffset now, CancellationToken cancellationToken) => inner.ReadNextAsync(receiver, now, cancellationToken);

    public Task<IReadOnlyList<Delivery>> ReadOverdueAsync(string receiver, DateTimeOffset plannedUntil, int most, CancellationToken cancellationToken) => inner.ReadOverdueAsync(receiver, plannedUntil, most, cancellationToken);

    public Task<IReadOnlyList<Delivery>> ReadReleasedAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => inner.ReadReleasedAsync(now, most, cancellationToken);

    public Task<IReadOnlyList<Delivery>> ReadDigestAsync(string digest, CancellationToken cancellationToken) => inner.ReadDigestAsync(digest, cancellationToken);

    public Task<IReadOnlyList<PagedIncident>> ReadEscalatingAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => inner.ReadEscalatingAsync(now, most, cancellationToken);

    public Task<IReadOnlyList<PagedIncident>> ReadOpenAsync(string receiver, DateTimeOffset ticketsSince, int most, CancellationToken cancellationToken) => inner.ReadOpenAsync(receiver, ticketsSince, most, cancellationToken);

    public Task<IReadOnlyList<ReceiverBacklog>> ReadBacklogsAsync(CancellationToken cancellationToken) => inner.ReadBacklogsAsync(cancellationToken);

    public Task<int> DropBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken) => inner.DropBeforeAsync(time, cancellationToken);
}
