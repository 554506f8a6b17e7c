using Capacity.Core.Cluster;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Clusters;

/// <summary>A zone, or what is kept for a role, as a cluster of its own: its agents with what runs on them.</summary>
/// <remarks>
/// Of a role there is only what agents keep for it, and for <c>*</c> only what they keep for nobody. Constraints that spread over what all agents of
/// the part have in common (the zone of a zone's agents) say nothing within it and are left out; those on hosts never are.
/// </remarks>
internal static class ClusterPart
{
    /// <summary>Takes a zone; <see langword="null"/> for the agents without one.</summary>
    public static ClusterProblem OfZone(ClusterSnapshot snapshot, string? zone)
    {
        var agents = snapshot.Agents.Where(a => a.Zone == zone).ToList();
        var names = agents.Select(a => a.Name).ToHashSet();
        return Read(snapshot with { Agents = agents, Containers = [.. snapshot.Containers.Where(c => names.Contains(c.Agent))] });
    }

    /// <summary>Takes what agents keep for a role, with the containers that it holds.</summary>
    public static ClusterProblem OfRole(ClusterSnapshot snapshot, string role, IReadOnlyCollection<Container> containers) => Read(snapshot with
    {
        Agents = [.. snapshot.Agents.Where(a => a.Resources is not null).Select(a => Kept(a, role)).OfType<Agent>()],
        Containers = [.. containers],
    });

    private static Agent? Kept(Agent agent, string role)
    {
        var resources = agent.Resources!;
        return role == Roles.Any ? agent with { Resources = Only(resources.Unreserved, resources.UnreservedAllocated) }
            : resources.Reservations.FirstOrDefault(r => r.Role == role) is { } kept ? agent with { Resources = Only(kept.Reserved, kept.Allocated) }
            : null;
    }

    private static AgentResources Only(ResourceVector total, ResourceVector allocated) => new(total, allocated, default, total, allocated, [], default, default);

    private static ClusterProblem Read(ClusterSnapshot part)
    {
        var cluster = ClusterProblem.Read(part);
        var problem = cluster.Problem;
        var common = problem.Machines.SelectMany(m => m.Attributes).GroupBy(a => a.Key, a => a.Value)
            .Where(a => a.Key != "hostname" && a.Count() == problem.Machines.Count && a.Distinct().Count() == 1).Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var items = problem.Items.Select(i => i with { Constraints = [.. i.Constraints.Where(c => !Spreads(c) || !common.Contains(c.Field))] }).ToList();
        return cluster with { Problem = new(problem.Resources, problem.Machines, items, given: problem.Given) };
    }

    private static bool Spreads(PlacementConstraint constraint) =>
        constraint.Operator is ConstraintOperator.GroupBy or ConstraintOperator.Unique or ConstraintOperator.MaxPer;
}
