namespace Capacity.Core.Inventory;

/// <summary>Remembers the agents of one cluster by name, over restarts of this service.</summary>
/// <remarks>All methods throw <see cref="IOException"/> where the store can't be read or written, on a full disk among others.</remarks>
public interface IInventoryStore
{
    /// <summary>Reads every agent that is remembered, sorted by name.</summary>
    Task<IReadOnlyList<KnownAgent>> ReadAgentsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Remembers agents, all or none. What is not said (size, zone, rack, address, version) keeps its last value; the first time
    /// seen stays, and the last time seen never goes back.
    /// </summary>
    Task RememberAsync(IReadOnlyCollection<KnownAgent> agents, CancellationToken cancellationToken);
}
