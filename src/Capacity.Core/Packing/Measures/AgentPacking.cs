using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>Measures single agents, and the part of an agent that is kept for a role.</summary>
internal static class AgentPacking
{
    /// <summary>Measures an agent whose size is known.</summary>
    public static PackingFigures OfAgent(Agent agent, int containers, Mix mix) =>
        Of(agent, agent.Name.ToString(), agent.Resources!.Total, agent.Resources.Allocated, containers, mix) with { Rooms = Rooms(agent, agent.Resources.FreeFor(Roles.Any), mix) };

    /// <summary>Measures what an agent keeps for a role; for <c>*</c> what it keeps for nobody.</summary>
    public static PackingFigures OfRole(Agent agent, string role, int containers, Mix mix)
    {
        var resources = agent.Resources!;
        var (total, allocated) = role == Roles.Any
            ? (resources.Unreserved, resources.UnreservedAllocated)
            : resources.Reservations.FirstOrDefault(r => r.Role == role) is { } reservation ? (reservation.Reserved, reservation.Allocated) : default;
        return Of(agent, role, total, allocated, containers, mix);
    }

    private static PackingFigures Of(Agent agent, string name, ResourceVector total, ResourceVector allocated, int containers, Mix mix)
    {
        var free = total.LessOrZero(allocated);
        var usable = agent.TakesNewTasks ? free : default;
        var stranded = Stranding.Stranded(usable, mix.Workload);
        return new()
        {
            Name = name,
            Agents = 1,
            UsedAgents = allocated == default && containers == 0 ? 0 : 1,
            Containers = containers,
            Total = total,
            Allocated = allocated,
            Placeable = usable.LessOrZero(stranded),
            Stranded = stranded,
            Unusable = agent.TakesNewTasks ? default : free,
            StrandedByThreshold = mix.Threshold.Stranded(usable),
            Fragmented = mix.Fragmentation.Of(usable),
            MixRoom = mix.ContainersIn(usable.LessOrZero(stranded)),
            Rooms = Rooms(agent, free, mix),
        };
    }

    private static long[] Rooms(Agent agent, ResourceVector free, Mix mix) =>
        [.. mix.RoomShapes.Select(s => agent.TakesNewTasks ? Placeable.Count(free, s) ?? 0 : 0)];
}
