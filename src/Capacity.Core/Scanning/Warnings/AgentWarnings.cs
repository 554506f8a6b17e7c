using Capacity.Core.Cluster;

namespace Capacity.Core.Scanning.Warnings;

/// <summary>Agents that are missing or unwell.</summary>
internal static class AgentWarnings
{
    public static IEnumerable<ScanWarning> Find(ClusterSnapshot picture) =>
        [.. picture.Agents.Select(OfAgent).OfType<ScanWarning>(), .. OfUnnamed(picture)];

    private static ScanWarning? OfAgent(Agent agent)
    {
        (string Code, string Message)? warning = agent.State switch
        {
            AgentState.Active or AgentState.InMaintenance => null,
            AgentState.Disconnected => ("agent-disconnected", "The connection between this agent and the leader is closed: it restarts, or it is dead."),
            AgentState.Deactivated => ("agent-deactivated", "An operator deactivated this agent: it gets no new tasks."),
            AgentState.Draining => ("agent-draining", "This agent is being drained: its tasks are being killed."),
            AgentState.Drained => ("agent-drained", "This agent was drained, and nobody has reactivated it."),
            AgentState.DownForMaintenance => ("agent-down-for-maintenance", "An operator took this agent down for maintenance."),
            AgentState.Unreachable => ("agent-unreachable", "This agent is missing: the leader gave up on it."),
            AgentState.Gone => ("agent-gone", "This agent is missing: it was there before and is in no list now."),
            AgentState.Recovered => ("agent-recovered", agent.Resources is null
                ? "This agent has not come back since the election, and could not be asked: its size is not known."
                : "This agent has not come back since the election; it is counted as it was."),
            _ => throw new InvalidOperationException($"Unknown agent state {agent.State}."),
        };
        return warning is { } w ? new(w.Code, agent.Name.ToString(), w.Message, agent is { CountsAsCapacity: true, Resources: null }) : null;
    }

    /// <summary>The leader counts agents that it gave up on, and lists them nowhere; the count falls by registry clean-up, after two weeks.</summary>
    private static IEnumerable<ScanWarning> OfUnnamed(ClusterSnapshot picture)
    {
        var unreachable = picture.Masters.FirstOrDefault(m => m.Address == picture.Leader?.Address)?.UnreachableAgents ?? 0;
        var unnamed = unreachable - picture.Agents.Count(a => a.State == AgentState.Unreachable);
        if (unnamed > 0)
        {
            yield return new(
                "agents-unreachable-unnamed",
                picture.Leader!.Address.ToString(),
                $"The leader counts {unnamed} more unreachable agents; it does not say which, and they are in no sum. They may be long gone: the count falls only after two weeks.");
        }
    }
}
