using Capacity.Core.Cluster;

namespace Capacity.Core.RightSizing.Tracking;

/// <summary>Remembers what was advised, what owners said to it, and which reports were sent. All methods throw <see cref="IOException"/> where the store can't be read or written.</summary>
public interface IAdviceStore
{
    /// <summary>Reads the last advice of every app.</summary>
    Task<IReadOnlyList<AdviceRecord>> ReadLatestAsync(CancellationToken cancellationToken);

    /// <summary>Reads all advice of an app, the earliest first.</summary>
    Task<IReadOnlyList<AdviceRecord>> ReadHistoryAsync(AppKey app, CancellationToken cancellationToken);

    /// <summary>Remembers advice that is new, all or none.</summary>
    Task AppendAsync(IReadOnlyCollection<AdviceRecord> advice, CancellationToken cancellationToken);

    /// <summary>Reads over how many failure domains apps were spread.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<DomainSpread>> ReadSpreadsAsync(DateOnly from, CancellationToken cancellationToken);

    /// <summary>Remembers over how many failure domains apps are spread: of a day the most. Forgets what is older than <see cref="DomainSpread.Days"/> before the latest of them.</summary>
    Task NoteSpreadsAsync(IReadOnlyCollection<DomainSpread> spreads, CancellationToken cancellationToken);

    /// <summary>Remembers what an owner said.</summary>
    Task DecideAsync(OwnerDecision decision, CancellationToken cancellationToken);

    /// <summary>Reads all that owners said, the earliest first.</summary>
    Task<IReadOnlyList<OwnerDecision>> ReadDecisionsAsync(CancellationToken cancellationToken);

    /// <summary>Reads when a team's report was delivered last to one of its receivers; <see langword="null"/> where it never was.</summary>
    Task<DateTimeOffset?> ReadDeliveryAsync(string team, string receiver, CancellationToken cancellationToken);

    /// <summary>Notes that a team's report was delivered to a receiver.</summary>
    Task NoteDeliveryAsync(string team, string receiver, DateTimeOffset at, CancellationToken cancellationToken);
}
