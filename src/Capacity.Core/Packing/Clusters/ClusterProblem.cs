using Capacity.Core.Cluster;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Clusters;

/// <summary>A cluster as a packing problem, with the way back: what each machine and each item is in the cluster.</summary>
public sealed record ClusterProblem
{
    /// <summary>Gets the problem; what runs is its given placement.</summary>
    public required PackingProblem Problem { get; init; }

    /// <summary>Gets the agent of each machine.</summary>
    public required IReadOnlyList<Agent> Agents { get; init; }

    /// <summary>Gets what each item is.</summary>
    public required IReadOnlyList<ClusterItem> Items { get; init; }

    /// <summary>Gets which reservations a role may take.</summary>
    public required ReservedRoles Roles { get; init; }

    /// <summary>Gets what a reader has to know before believing figures from it.</summary>
    public required IReadOnlyList<ClusterProblemNote> Notes { get; init; }

    /// <summary>Reads a cluster.</summary>
    /// <remarks>
    /// Machines are the agents that count as capacity and whose size is known. What runs on them are items: equal containers of one app
    /// are one kind, with Marathon's constraints for that app; stateful ones are pinned. What the master says is allocated beyond
    /// the containers that are known (of agents that could not be read, say) is one pinned item for each agent. An executor of Mesos's
    /// own around one task is in no allocation, for the master counts none. Of reservations, tasks take as much as the
    /// master says they do; where it is less than the tasks of that role need, the rest of them count as tasks of everybody's resources.
    /// </remarks>
    /// <param name="snapshot">The cluster.</param>
    public static ClusterProblem Read(ClusterSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new ClusterProblemReader(snapshot).Read();
    }
}
