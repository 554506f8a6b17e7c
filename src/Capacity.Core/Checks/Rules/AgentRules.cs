using Capacity.Core.Alerting;
using Capacity.Core.Cluster;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>Single agents, by name.</summary>
internal static class AgentRules
{
    private static readonly string[] OfAgent = ["host", "agent"];

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("MesosAgentMissing", "A Mesos agent that was there is in no list.", CheckBasis.Masters, Missing)
        {
            Standard = Warning(Minutes(5)), Kind = AlertKind.Registration, Identity = OfAgent,
        },
        new("MesosAgentDisconnected", "A Mesos agent is registered and its connection is closed.", CheckBasis.Masters, Disconnected)
        {
            Standard = Warning(Minutes(3)), Kind = AlertKind.Registration, Identity = OfAgent,
        },
        new("MesosAgentDrainStuck", "A Mesos agent is still being drained.", CheckBasis.Masters, s => InState(s, "It is being drained, and its tasks do not end.", AgentState.Draining))
        {
            Standard = Warning(Minutes(60)), Identity = OfAgent,
        },
        new("MesosAgentForgotten", "A Mesos agent takes no tasks, and nobody takes it back.", CheckBasis.Masters, Forgotten)
        {
            Standard = Info(TimeSpan.FromHours(24)), Identity = OfAgent,
        },
    ];

    private static CheckLook Missing(CheckScene scene) => OfAgents(scene, scene.IsMissing, a => new(CheckScene.LabelsOf(a), 1, Describe(scene, a), a.AsOf));

    private static CheckLook Disconnected(CheckScene scene) =>
        InState(scene, "Its connection to the leader is closed: its process restarts, hangs or is dead.", AgentState.Disconnected);

    private static CheckLook Forgotten(CheckScene scene) => OfAgents(
        scene,
        a => a.State is AgentState.Deactivated or AgentState.Drained or AgentState.DownForMaintenance || (a.State is AgentState.Unreachable or AgentState.Gone && scene.WasSentAway(a)),
        a => new(CheckScene.LabelsOf(a), 1, $"Agent {a.Name}{Place(a)} was {(scene.Past.LastListed(a.Name) ?? a.State).ToString().ToLowerInvariant()} by an operator and takes no tasks."));

    private static CheckLook InState(CheckScene scene, string what, AgentState state) =>
        OfAgents(scene, a => a.State == state, a => new(CheckScene.LabelsOf(a), 1, $"Agent {a.Name}{Place(a)}: {char.ToLowerInvariant(what[0])}{what[1..]}"));

    private static CheckLook OfAgents(CheckScene scene, Func<Agent, bool> isOne, Func<Agent, CheckReading> read) =>
        AgentStanding.Blindness(scene) is { } reason ? CheckLook.Blind(reason) : CheckLook.Whole(scene.Picture.Agents.Where(isOne).Select(read));

    private static string Describe(CheckScene scene, Agent agent)
    {
        var why = agent.State switch
        {
            AgentState.Recovered => "has not come back since the election",
            AgentState.Unreachable => "was given up by the leader",
            _ => "is in no list of the leader's",
        };
        var size = agent.Size is { } had ? $" It had {had.Cpus} CPUs and {had.Memory}." : "";
        return $"Agent {agent.Name}{Place(agent)} {why}; it was last seen at {agent.AsOf:yyyy-MM-dd HH:mm:ss} UTC, {(scene.Now - agent.AsOf).TotalMinutes:0} min ago.{size}";
    }

    private static string Place(Agent agent) => (agent.Zone, agent.Rack) switch
    {
        (null, null) => "",
        ({ } zone, null) => $" in zone {zone}",
        (null, { } rack) => $" in rack {rack}",
        var (zone, rack) => $" in zone {zone}, rack {rack}",
    };
}
