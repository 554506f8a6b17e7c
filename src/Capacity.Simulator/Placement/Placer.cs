using Capacity.Core.Units;
using Capacity.Simulator.Model;
using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Placement;

/// <summary>Finds room as Mesos and Marathon do together: the first of the offers, which come in no order, that an app can use.</summary>
/// <param name="seed">Picks the order of the offers.</param>
/// <param name="agents">All agents.</param>
internal sealed class Placer(int seed, IReadOnlyList<AgentNode> agents)
{
    private static readonly ResourceVector Executor = new(CpuCores.FromCores(0.1), MemorySize.FromMebibytes(32));
    private static readonly ResourceVector Sidecar = new(CpuCores.FromCores(0.1), MemorySize.FromMebibytes(32));

    private readonly int[] zones = [.. agents.Select(a => a.Zone).Distinct().Order()];

    /// <summary>What the master counts for one instance.</summary>
    public static ResourceVector Allocation(AppPlan plan) => plan.Truth.IsPod ? plan.Truth.Request + Sidecar + Executor : plan.Truth.Request;

    /// <summary>Finds an agent, and notes why others would not do.</summary>
    /// <returns>The agent and whether to take it from its reservation; <see langword="null"/> where none will do.</returns>
    public (AgentNode Agent, bool Reserved)? Find(AppState app)
    {
        var random = new RandomStream(seed, StreamOf.Placement, app.Plan.Index, app.Launches);
        var first = random.Below(agents.Count);
        var amount = Allocation(app.Plan);
        var zoneFloor = ZoneFloor(app);
        app.Rejections.Begin();
        for (var i = 0; i < agents.Count; i++)
        {
            var agent = agents[(first + i) % agents.Count];
            if (!agent.IsOffered)
            {
                continue;
            }

            var reason = Reject(app, agent, amount, zoneFloor, out var reserved);
            app.Rejections.Take(reason);
            if (reason is null)
            {
                return (agent, reserved);
            }
        }

        return null;
    }

    private static string? Reject(AppState app, AgentNode agent, ResourceVector amount, int zoneFloor, out bool reserved)
    {
        var plan = app.Plan;
        reserved = plan.Truth.Role == "prod" && amount.Disk == default && agent.Shape.ReservedForProd != default && agent.HasRoom(amount, reserved: true);
        if (agent.IsInMaintenance)
        {
            return "AgentMaintenance";
        }

        foreach (var constraint in plan.Truth.Constraints)
        {
            if (!Allows(constraint, app, agent, zoneFloor))
            {
                return "UnfulfilledConstraint";
            }
        }

        if (plan.Shape.HasPort && agent.FreePorts == 0)
        {
            return "InsufficientPorts";
        }

        if (reserved || agent.HasRoom(amount, reserved: false))
        {
            return null;
        }

        var used = agent.UsedUnreserved + amount;
        return used.Cpus > agent.Unreserved.Cpus ? "InsufficientCpus" : used.Memory > agent.Unreserved.Memory ? "InsufficientMemory" : "InsufficientDisk";
    }

    private static bool Allows(IReadOnlyList<string> constraint, AppState app, AgentNode agent, int zoneFloor) => constraint switch
    {
        [_, "UNIQUE", ..] => app.OnAgent(agent) == 0,
        [_, "MAX_PER", var most] => app.OnAgent(agent) < int.Parse(most, provider: null),
        [_, "GROUP_BY", ..] => app.InZone(agent.Zone) <= zoneFloor,
        [_, "CLUSTER", var value] => agent.Shape.Type == value,
        [_, "LIKE", var pattern] => Array.IndexOf(pattern.Split('|'), agent.Shape.Type) >= 0,
        _ => true,
    };

    private int ZoneFloor(AppState app)
    {
        var floor = int.MaxValue;
        foreach (var zone in zones)
        {
            floor = Math.Min(floor, app.InZone(zone));
        }

        return floor;
    }
}
