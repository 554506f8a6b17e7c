using Capacity.Core.Cluster;

namespace Capacity.Core.Scanning.Warnings;

/// <summary>Agents that are missing or unwell.</summary>
internal static class AgentWarnings
{
    public static IEnumerable<ScanWarning> Find(ClusterSnapshot picture)
    {
        foreach (var agent in picture.Agents)
        {
            var message = agent.State switch
            {
                AgentState.Active or AgentState.InMaintenance => null,
                AgentState.Disconnected => "The connection between this agent and the leader is closed: it restarts, or it is dead.",
                AgentState.Deactivated => "An operator deactivated this agent: it gets no new tasks.",
                AgentState.Draining => "This agent is being drained: its tasks are being killed.",
                AgentState.Drained => "This agent was drained, and nobody has reactivated it.",
                AgentState.DownForMaintenance => "An operator took this agent down for maintenance.",
                AgentState.Unreachable => "This agent is missing: the leader gave up on it.",
                AgentState.Gone => "This agent is missing: it was there before and is in no list now.",
                AgentState.Recovered => agent.Resources is null
                    ? "This agent has not come back since the election, and could not be asked: its size is not known."
                    : "This agent has not come back since the election; it is counted as it was.",
                _ => throw new InvalidOperationException($"Unknown agent state {agent.State}."),
            };
            if (message is not null)
            {
                yield return new($"agent-{Code(agent.State)}", agent.Name.ToString(), message, agent is { CountsAsCapacity: true, Resources: null });
            }
        }

        var unreachable = picture.Masters.FirstOrDefault(m => m.Address == picture.Leader?.Address)?.UnreachableAgents ?? 0;
        var named = picture.Agents.Count(a => a.State == AgentState.Unreachable);
        if (unreachable > named)
        {
            yield return new(
                "agents-unreachable-unnamed",
                picture.Leader!.Address.ToString(),
                $"The leader counts {unreachable - named} more unreachable agents; it does not say which, and they are in no sum. They may be long gone: the count falls only after two weeks.");
        }
    }

    private static string Code(AgentState state) => state switch
    {
        AgentState.DownForMaintenance => "down-for-maintenance",
        _ => state.ToString().ToLowerInvariant(),
    };
}
