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
    /// <summary>As long as a master itself remembers agents that are unreachable (<c>registry_max_agent_age</c>).</summary>
    private static readonly TimeSpan LongestMemory = TimeSpan.FromDays(14);

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

    /// <summary>Lays what only the masters said over what is remembered, and remembers the result.</summary>
    /// <param name="masters">What the masters said just now; nothing of agents' own.</param>
    /// <returns>
    /// The picture as it was, with what the masters say now: containers and their samples stay those of the last collection, but for
    /// agents that are lost or came back as new ones, and so does <see cref="ClusterSnapshot.TakenAt"/>.
    /// </returns>
    public ClusterSnapshot LayMasters(ClusterSnapshot masters)
    {
        ArgumentNullException.ThrowIfNull(masters);
        var picture = last is null ? masters : MastersOver(last, masters);
        last = picture;
        return picture;
    }

    /// <summary>Begins with agents that are known from an earlier life of the service, so that a lost one keeps its name over restarts.</summary>
    /// <param name="agents">The agents; they are used only where no collection was laid yet.</param>
    public void Restore(IReadOnlyCollection<Agent> agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        if (agents.Count > 0)
        {
            last ??= new() { TakenAt = agents.Max(a => a.AsOf), Agents = [.. agents.OrderBy(a => a.Name.Hostname, StringComparer.Ordinal).ThenBy(a => a.Name.Port)] };
        }
    }

    private static ClusterSnapshot MastersOver(ClusterSnapshot before, ClusterSnapshot look)
    {
        var masters = look with { Maintenance = MaintenanceOver(before.Maintenance, look.Maintenance) };
        var known = before.Agents.ToDictionary(a => a.Name);
        var (agents, held) = AgentsOver(known, masters);
        var running = agents.Where(a => a.CountsAsCapacity && known.TryGetValue(a.Name, out var was) && was.Id == a.Id).Select(a => a.Name).ToHashSet();
        var containers = before.Containers.Where(c => running.Contains(c.Agent)).ToList();
        var read = before.AgentsRead.Where(running.Contains).ToHashSet();
        return before with
        {
            MastersAt = masters.TakenAt,
            Leader = masters.Leader,
            Masters = masters.Masters,
            AgentsListed = masters.AgentsListed,
            Maintenance = masters.Maintenance,
            Agents = agents,
            AgentsRead = read,
            Containers = containers,
            Sources = [.. masters.Sources, .. before.Sources.Where(s => s.Kind != SourceKind.Master)],
            Held = held || containers.Exists(c => !read.Contains(c.Agent)),
        };
    }

    /// <summary>Without a leader that has read its registry nobody knows what is scheduled and taken down: it is what it was.</summary>
    private static MaintenanceReading? MaintenanceOver(MaintenanceReading? before, MaintenanceReading? now) =>
        now is null ? before : now with { Windows = now.Windows ?? before?.Windows };

    private static ClusterSnapshot Over(ClusterSnapshot before, ClusterSnapshot collected)
    {
        var fresh = collected with { Maintenance = MaintenanceOver(before.Maintenance, collected.Maintenance) };
        var known = before.Agents.ToDictionary(a => a.Name);
        var (agents, agentsHeld) = AgentsOver(known, fresh);
        var held = HeldContainers(before, known, fresh, agents);

        return fresh with
        {
            Agents = agents,
            Containers = [.. fresh.Containers, .. held],
            Frameworks = [.. fresh.Frameworks.Concat(before.Frameworks.Where(f => held.Exists(c => c.FrameworkId == f.Id))).DistinctBy(f => f.Id)],
            Held = held.Count > 0 || agentsHeld,
        };
    }

    /// <summary>The agents by what is said now and what was known, and whether any of it stands in for what is not said.</summary>
    private static (List<Agent> Agents, bool Held) AgentsOver(Dictionary<AgentName, Agent> known, ClusterSnapshot fresh)
    {
        var listed = fresh.Agents.Select(a => Complete(a, known.GetValueOrDefault(a.Name))).ToDictionary(a => a.Name);
        var unlisted = known.Values.Where(a => !listed.ContainsKey(a.Name))
            .Select(a => a with { State = StateOf(a, fresh) })
            .Where(a => a.CountsAsCapacity || fresh.TakenAt - a.AsOf < LongestMemory)
            .ToList();
        return (
            [.. listed.Values.Concat(unlisted).OrderBy(a => a.Name.Hostname, StringComparer.Ordinal).ThenBy(a => a.Name.Port)],
            listed.Values.Any(a => a.AsOf < fresh.TakenAt) || unlisted.Exists(a => a.CountsAsCapacity));
    }

    private static Agent Complete(Agent agent, Agent? before) => agent.Resources is null && before?.Size is not null
        ? agent with
        {
            Resources = before.Resources,
            RememberedSize = before.RememberedSize,
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
