using Capacity.Core.Cluster;
using Capacity.Core.Inventory;

namespace Capacity.Server.Keeping;

/// <summary>Remembers the agents of each collection: what is new of them at once, and when they were last seen every few minutes, for that alone would be a write of all of them a minute.</summary>
internal sealed class InventoryKeeper(IInventoryStore store)
{
    /// <summary>How old the last time seen may be that is stored.</summary>
    public static readonly TimeSpan SeenInterval = TimeSpan.FromMinutes(5);

    private readonly Dictionary<AgentName, KnownAgent> stored = [];
    private IReadOnlyCollection<KnownAgent> latest = [];

    /// <summary>Remembers the agents of a collection.</summary>
    /// <exception cref="IOException">They can't be stored; the next collection brings them again.</exception>
    public Task RememberAsync(IReadOnlyCollection<KnownAgent> agents, CancellationToken cancellationToken)
    {
        latest = agents;
        return StoreAsync(agents.Where(a => !stored.TryGetValue(a.Name, out var before) || a.LastSeen - before.LastSeen >= SeenInterval || !SaysTheSame(a, before)), cancellationToken);
    }

    /// <summary>Stores also when the agents of the last collection were seen.</summary>
    /// <exception cref="IOException">They can't be stored.</exception>
    public Task FlushAsync(CancellationToken cancellationToken) => StoreAsync(latest.Where(a => !stored.TryGetValue(a.Name, out var before) || a.LastSeen > before.LastSeen), cancellationToken);

    private async Task StoreAsync(IEnumerable<KnownAgent> agents, CancellationToken cancellationToken)
    {
        KnownAgent[] due = [.. agents];
        if (due.Length == 0)
        {
            return;
        }

        await store.RememberAsync(due, cancellationToken);
        foreach (var agent in due)
        {
            stored[agent.Name] = agent;
        }
    }

    private static bool SaysTheSame(KnownAgent agent, KnownAgent before) =>
        agent with { FirstSeen = before.FirstSeen, LastSeen = before.LastSeen, Attributes = before.Attributes } == before
        && (ReferenceEquals(agent.Attributes, before.Attributes) || agent.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).SequenceEqual(before.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal)));
}
