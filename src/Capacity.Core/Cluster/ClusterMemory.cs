namespace Capacity.Core.Cluster;

/// <summary>
/// Remembers the last known picture, so that an election does not look like the loss of a cluster and a lost agent keeps its name.
/// </summary>
/// <remarks>
/// A leader that has just been elected first knows nothing, then learns of its agents one by one; an agent that is lost is in
/// no list at all. Each collection is laid over what was known before: what is missing for a good reason is held and dated.
/// </remarks>
public sealed class ClusterMemory
{
    private ClusterSnapshot? last;

    /// <summary>Lays a collection over what is remembered, and remembers the result.</summary>
    /// <param name="fresh">What was collected just now.</param>
    /// <returns>The picture to work with.</returns>
    public ClusterSnapshot Lay(ClusterSnapshot fresh)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        var picture = last is null ? fresh : Over(last, fresh);
        last = picture;
        return picture;
    }

    private static ClusterSnapshot Over(ClusterSnapshot before, ClusterSnapshot fresh)
    {
        var known = before.Agents.ToDictionary(a => a.Name);
        var listed = fresh.Agents.Select(a => Complete(a, known.GetValueOrDefault(a.Name))).ToDictionary(a => a.Name);
        var unlisted = before.Agents.Where(a => !listed.ContainsKey(a.Name)).Select(a => a with { State = StateOf(a, fresh) }).ToList();
        var agents = listed.Values.Concat(unlisted).OrderBy(a => a.Name.Hostname, StringComparer.Ordinal).ThenBy(a => a.Name.Port).ToList();
        var held = HeldContainers(before, known, fresh, agents);

        return fresh with
        {
            Agents = agents,
            Containers = [.. fresh.Containers, .. held],
            Frameworks = [.. fresh.Frameworks.Concat(before.Frameworks).DistinctBy(f => f.Id)],
            Held = held.Count > 0 || listed.Values.Any(a => a.AsOf < fresh.TakenAt) || unlisted.Exists(a => a.CountsAsCapacity),
        };
    }

    private static Agent Complete(Agent agent, Agent? before) => agent.Resources is null && before?.Resources is not null
        ? agent with
        {
            Resources = before.Resources,
            Address = agent.Address ?? before.Address,
            Attributes = agent.Attributes.Count > 0 ? agent.Attributes : before.Attributes,
            Zone = agent.Zone ?? before.Zone,
            Rack = agent.Rack ?? before.Rack,
            Version = agent.Version ?? before.Version,
            AsOf = before.AsOf,
        }
        : agent;

    private static AgentState StateOf(Agent missing, ClusterSnapshot fresh)
    {
        if (!fresh.AgentsListed || fresh.Leader is not { Phase: not LeaderPhase.Recovering } leader)
        {
            // Nobody who could know says that it is gone.
            return missing.State;
        }

        if (fresh.HostsDown.Contains(missing.Name.Hostname.ToLowerInvariant()))
        {
            return AgentState.DownForMaintenance;
        }

        var unreachable = fresh.Masters.FirstOrDefault(m => m.Address == leader.Address)?.UnreachableAgents;
        return unreachable == 0 ? AgentState.Gone : AgentState.Unreachable;
    }

    /// <summary>
    /// Containers of agents that should be running and were not read this time, without the old sample: it says nothing of now. An agent
    /// under a new id has lost what it ran under the old one.
    /// </summary>
    private static List<Container> HeldContainers(
        ClusterSnapshot before, Dictionary<AgentName, Agent> known, ClusterSnapshot fresh, List<Agent> agents)
    {
        var unread = agents
            .Where(a => a.CountsAsCapacity && !fresh.AgentsRead.Contains(a.Name) && known.TryGetValue(a.Name, out var was) && was.Id == a.Id)
            .Select(a => a.Name)
            .ToHashSet();
        return [.. before.Containers.Where(c => unread.Contains(c.Agent)).Select(c => c with { Sample = null })];
    }
}
