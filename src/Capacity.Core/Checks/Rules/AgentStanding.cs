using Capacity.Core.Cluster;

namespace Capacity.Core.Checks.Rules;

/// <summary>Tells agents that are missed from those that somebody sent away, and from those that nobody can tell of now.</summary>
internal static class AgentStanding
{
    /// <summary>How long agents may take to come back to a new leader before one of them is missed.</summary>
    private static readonly TimeSpan Reregistration = TimeSpan.FromMinutes(3);

    private static readonly AgentState[] SentAway =
        [AgentState.Deactivated, AgentState.Draining, AgentState.Drained, AgentState.InMaintenance, AgentState.DownForMaintenance];

    /// <summary>Says why nobody can tell which agents are there; <see langword="null"/> where the leader can.</summary>
    public static string? Blindness(CheckScene scene) =>
        scene.Picture.Leader is not { Phase: not LeaderPhase.Recovering } ? "no leader that has read its registry"
        : !scene.Picture.AgentsListed ? "the leader did not list its agents"
        : null;

    /// <summary>Whether an agent is not there, and nobody sent it away.</summary>
    public static bool IsMissing(this CheckScene scene, Agent agent) => agent.State switch
    {
        AgentState.Unreachable or AgentState.Gone => !scene.WasSentAway(agent),
        AgentState.Recovered => scene.Now - scene.Past.LeaderSince >= Reregistration,
        _ => false,
    };

    /// <summary>Whether an operator drained an agent, or had it in a window, before it went.</summary>
    public static bool WasSentAway(this CheckScene scene, Agent agent) => scene.Past.LastListed(agent.Name) is { } last && SentAway.Contains(last);
}
