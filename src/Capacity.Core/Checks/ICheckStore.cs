namespace Capacity.Core.Checks;

/// <summary>Remembers over restarts of this service what checks wait with. What a method has stored outlives a power failure when it returns.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read or written, on a full disk among others.</remarks>
public interface ICheckStore
{
    /// <summary>Reads what was pending, and when that was looked at last; <see cref="DateTimeOffset.MinValue"/> where it never was.</summary>
    Task<(DateTimeOffset LookedAt, IReadOnlyList<PendingCheck> Pending)> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Stores what is pending in the place of what was.</summary>
    /// <param name="lookedAt">When that was looked at.</param>
    /// <param name="pending">All that is pending.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    Task WriteAsync(DateTimeOffset lookedAt, IReadOnlyCollection<PendingCheck> pending, CancellationToken cancellationToken);
}
