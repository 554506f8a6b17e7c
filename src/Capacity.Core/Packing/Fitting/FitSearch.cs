using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Fitting;

/// <summary>Looks for room for new instances in what is free now.</summary>
/// <remarks>
/// What is free is what the master says, by reservation. Instances go to the agent that they leave least on, so that large holes stay.
/// Agents that take no new tasks, and those whose size nobody has said yet, have none.
/// </remarks>
public sealed class FitSearch
{
    private const int MostTried = 1000;
    private readonly List<Agent> agents;
    private readonly List<PackingMachine> machines;
    private readonly ReservedRoles roles;

    /// <summary>Initializes a new instance of the <see cref="FitSearch"/> class for a cluster.</summary>
    public FitSearch(ClusterSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        agents = [.. snapshot.Agents.Where(a => a is { CountsAsCapacity: true, Resources: not null })];
        roles = new(agents.SelectMany(a => a.Resources!.Reservations).Select(r => r.Role));
        machines = [.. agents.Select(MachineOf)];
    }

    /// <summary>Looks for room.</summary>
    public FitAnswer Find(FitRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var state = new PackingState(new(ClusterResources.Names, machines, [new("request", ClusterResources.ToAmounts(request.Shape), Math.Max(request.Instances, MostTried))
        {
            Constraints = request.Constraints,
            Role = roles.PoolOf(request.Role),
        }]));
        var places = new Dictionary<int, int>();
        var placed = 0;
        for (; placed < request.Instances && Best(state) is { } machine; placed++)
        {
            state.Place(0, machine);
            places[machine] = places.GetValueOrDefault(machine) + 1;
        }

        var obstacles = placed < request.Instances ? Obstacles(state, request.Shape) : [];
        var (room, isAtLeast) = Room(state, request, placed);
        return new(
            request,
            placed,
            room,
            isAtLeast,
            [.. places.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Select(p => new FitPlace(agents[p.Key].Name, agents[p.Key].Zone, p.Value))],
            obstacles,
            agents.Count);
    }

    private static PackingMachine MachineOf(Agent agent) =>
        new(agent.Name.ToString(), ClusterResources.ToAmounts(agent.Resources!.Unreserved.LessOrZero(agent.Resources.UnreservedAllocated)))
        {
            Attributes = AgentFields.Of(agent),
            Reserved = agent.Resources.Reservations.DistinctBy(r => r.Role)
                .ToDictionary(r => r.Role, r => (IReadOnlyList<double>)ClusterResources.ToAmounts(r.Free), StringComparer.Ordinal),
            AcceptsNew = agent.TakesNewTasks,
        };

    private int? Best(PackingState state)
    {
        var (best, least) = ((int?)null, double.MaxValue);
        for (var m = 0; m < machines.Count; m++)
        {
            if (state.CanPlace(0, m) && Rest(state, m) is var rest && rest < least)
            {
                (best, least) = (m, rest);
            }
        }

        return best;
    }

    private double Rest(PackingState state, int machine)
    {
        var size = agents[machine].Resources!.Total;
        return (state.Free(machine, ClusterResources.Cpus) / Math.Max(1e-9, size.Cpus.Cores)) + (state.Free(machine, ClusterResources.Memory) / Math.Max(1, size.Memory.Bytes));
    }

    private (long? Room, bool IsAtLeast) Room(PackingState state, FitRequest request, int placed)
    {
        if (state.Problem.Items[0].Constraints.All(c => c.Operator is ConstraintOperator.Like or ConstraintOperator.Unlike or ConstraintOperator.Is))
        {
            return (RoomByCounting(state, request), false);
        }

        var room = placed;
        for (; room < MostTried && placed == request.Instances && Best(state) is { } machine; room++)
        {
            state.Place(0, machine);
        }

        return (room, room >= MostTried);
    }

    private long? RoomByCounting(PackingState state, FitRequest request)
    {
        var pool = state.Problem.Items[0].Role;
        long room = 0;
        for (var m = 0; m < machines.Count; m++)
        {
            if (machines[m].AcceptsNew && state.Model.Eligibility.Allows(0, m))
            {
                var free = ClusterResources.ToResources(machines[m].Capacity);
                free += pool is not null && machines[m].Reserved.TryGetValue(pool, out var reserved) ? ClusterResources.ToResources(reserved) : default;
                if (Placeable.Count(free, request.Shape) is not { } count)
                {
                    return null;
                }

                room += count;
            }
        }

        return room;
    }

    private List<FitObstacle> Obstacles(PackingState state, ResourceVector shape)
    {
        var found = new Dictionary<(ObstacleKind, string), (int Agents, int Alone)>();
        for (var m = 0; m < machines.Count; m++)
        {
            var here = Against(state, m, ClusterResources.ToAmounts(shape)).ToList();
            foreach (var obstacle in here)
            {
                var (count, alone) = found.GetValueOrDefault(obstacle);
                found[obstacle] = (count + 1, alone + (here.Count == 1 ? 1 : 0));
            }
        }

        return [.. found.Select(f => new FitObstacle(f.Key.Item1, f.Key.Item2, f.Value.Agents, f.Value.Alone))
            .OrderByDescending(o => o.Agents).ThenByDescending(o => o.AgentsWithNoOther).ThenBy(o => o.Subject, StringComparer.Ordinal)];
    }

    private IEnumerable<(ObstacleKind Kind, string Subject)> Against(PackingState state, int machine, double[] shape)
    {
        // Of an agent that is out of the question nobody asks what it has.
        switch (state.WhyNot(0, machine))
        {
            case { Kind: ObstacleKind.MachineClosed }:
                yield return (ObstacleKind.MachineClosed, agents[machine].State.ToString());
                break;
            case { Kind: ObstacleKind.NotEligible, Subject: var constraint }:
                yield return (ObstacleKind.NotEligible, constraint);
                break;
            case { Kind: ObstacleKind.Constraint, Subject: var constraint }:
                yield return (ObstacleKind.Constraint, constraint);
                break;
            case { Kind: ObstacleKind.Resource }:
                var pool = state.Problem.Items[0].Role;
                var left = FreeRoom.Of(state, machine, pool);
                for (var r = 0; r < shape.Length; r++)
                {
                    if (shape[r] > left[r] * (1 + 1e-12))
                    {
                        yield return (ObstacleKind.Resource, ClusterResources.Names[r]);
                    }
                }

                break;
        }
    }
}
