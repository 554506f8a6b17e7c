using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Packing.Clusters;

/// <summary>Builds pictures of clusters for tests of packing: agents that run apps.</summary>
internal static class Snapshots
{
    private static readonly Dictionary<string, string> NoLabels = [];

    /// <summary>A cluster whose agents have allocated what their containers need, all of it from everybody's resources.</summary>
    public static ClusterSnapshot Of(IEnumerable<Agent> agents, IEnumerable<Container> containers, params MarathonApp[] apps)
    {
        var running = containers.ToList();
        var there = running.ToLookup(c => c.Agent);
        return new()
        {
            TakenAt = Agents.Noon,
            AgentsListed = true,
            Leader = new(new("m", 5050), LeaderPhase.Steady, Agents.Noon, 0),
            Agents = [.. agents.Select(a => a.Resources is { Allocated: var known } && known == default ? Allocate(a, there[a.Name].Sum(c => c.Allocated)) : a)],
            Containers = running,
            Marathons = [new("F", apps, [], new Dictionary<string, string>(), [])],
        };
    }

    public static Agent In(this Agent agent, string zone, string? rack = null) => agent with
    {
        Zone = zone,
        Rack = rack,
        Attributes = new Dictionary<string, string> { ["zone"] = zone, ["rack"] = rack ?? string.Empty },
    };

    public static IEnumerable<Container> Run(string app, string agent, ResourceVector each, int count = 1, string role = "*") =>
        Enumerable.Range(0, count).Select(i => Container($"{app}.{agent}.{role}.{each.Memory.Bytes}.{i}", app, agent, each, role));

    public static MarathonApp App(string id, ResourceVector request, int instances, params string[][] constraints) => new()
    {
        Key = new("marathon", id),
        Instances = instances,
        Request = request,
        Constraints = constraints,
    };

    private static Container Container(string id, string app, string agent, ResourceVector each, string role) => new()
    {
        Id = id,
        Agent = new(agent, 5051),
        FrameworkId = "F",
        ExecutorId = id,
        Kind = ExecutorKind.Command,
        App = new("marathon", app),
        Tasks = [new(id, app, "TASK_RUNNING", each, null, role, NoLabels)],
        Allocated = each,
    };

    private static Agent Allocate(Agent agent, ResourceVector allocated) => agent with
    {
        Resources = agent.Resources! with { Allocated = allocated, UnreservedAllocated = allocated },
    };
}
