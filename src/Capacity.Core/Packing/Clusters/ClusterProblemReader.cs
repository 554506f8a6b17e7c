using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Clusters;

/// <summary>Makes a packing problem of one cluster.</summary>
internal sealed class ClusterProblemReader(ClusterSnapshot snapshot)
{
    private readonly List<ClusterProblemNote> notes = [];
    private readonly List<PackingMachine> machines = [];
    private readonly ItemKinds kinds = new();
    private readonly List<GivenPlacement> given = [];
    private readonly AppConstraints constraints = new(snapshot);

    public ClusterProblem Read()
    {
        var agents = snapshot.Agents.Where(a => a.CountsAsCapacity && IsKnown(a)).ToList();
        var roles = new ReservedRoles(agents.SelectMany(a => a.Resources!.Reservations).Select(r => r.Role));
        var containers = snapshot.Containers.ToLookup(c => c.Agent);
        foreach (var agent in agents)
        {
            Add(agent, [.. AgentPools.Split(agent.Resources!, containers[agent.Name].Select(c => (c, PoolOf(c, roles))))]);
        }

        return new()
        {
            Problem = new(ClusterResources.Names, machines, kinds.ToItems(constraints), given: given),
            Agents = agents,
            Items = kinds.Described,
            Roles = roles,
            Notes = [.. notes, .. constraints.Notes],
        };
    }

    private static string RoleOf(Container container) => container.Tasks.Count > 0 ? container.Tasks[0].Role : Roles.Any;

    private bool IsKnown(Agent agent)
    {
        if (agent.Resources is null)
        {
            notes.Add(new(ClusterProblemNoteKind.SizeUnknown, agent.Name.ToString(), "nobody has said yet what it has; it is left out"));
        }

        return agent.Resources is not null;
    }

    private string? PoolOf(Container container, ReservedRoles roles) =>
        constraints.AppOf(container) is { AcceptedRoles: [Roles.Any] } ? null : roles.PoolOf(RoleOf(container));

    private void Add(Agent agent, List<(Container Container, string? Pool)> containers)
    {
        var machine = machines.Count;
        var others = AgentPools.Others(agent.Resources!, containers).Where(o => o.Amount != default).ToList();
        foreach (var kind in containers.GroupBy(c => KindOf(c.Container, c.Pool)))
        {
            given.Add(new(machine, kinds.Add(kind.Key, kind.Count()), kind.Count()));
        }

        foreach (var (pool, amount) in others)
        {
            given.Add(new(machine, kinds.Add(new(null, amount, pool, pool ?? Roles.Any, true, agent.Name.ToString()), 1), 1));
        }

        machines.Add(MachineOf(agent, AgentPools.NeededOfEverybody(agent.Resources!, [.. containers.Select(c => (c.Pool, c.Container.Allocated)), .. others])));
    }

    private ItemKind KindOf(Container container, string? pool) =>
        new(container.App, container.Allocated, pool, RoleOf(container), StatefulApps.IsStateful(container, constraints.AppOf(container)), null);

    private PackingMachine MachineOf(Agent agent, ResourceVector needed)
    {
        var unreserved = agent.Resources!.Unreserved;
        if (!needed.FitsIn(unreserved))
        {
            notes.Add(new(ClusterProblemNoteKind.Overcommitted, agent.Name.ToString(), string.Create(
                CultureInfo.InvariantCulture,
                $"{needed.Cpus} CPUs and {needed.Memory} run on {unreserved.Cpus} and {unreserved.Memory}; it is taken to be full")));
        }

        return new(agent.Name.ToString(), ClusterResources.ToAmounts(unreserved.AtLeast(needed)))
        {
            Attributes = AgentFields.Of(agent),
            Reserved = agent.Resources.Reservations.DistinctBy(r => r.Role)
                .ToDictionary(r => r.Role, r => (IReadOnlyList<double>)ClusterResources.ToAmounts(r.Reserved), StringComparer.Ordinal),
            AcceptsNew = agent.TakesNewTasks,
        };
    }
}
