namespace Capacity.Core.Cluster;

/// <summary>What an agent's state means for capacity.</summary>
public static class AgentStates
{
    extension(Agent agent)
    {
        /// <summary>Gets whether the agent is part of what the cluster has: registered, or expected back after an election.</summary>
        public bool CountsAsCapacity => agent.State is not (AgentState.DownForMaintenance or AgentState.Unreachable or AgentState.Gone);

        /// <summary>
        /// Gets whether what is free on the agent can be used: it is offered, or will be as soon as it is back from an election.
        /// Agents in a maintenance window are left out, for Marathon declines their offers.
        /// </summary>
        public bool TakesNewTasks => agent.State is AgentState.Active or AgentState.Recovered;
    }
}
