using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Savings;

/// <summary>How many machines right-sizing frees: those that a re-packing takes now, less those that the same re-packing takes with the advice.</summary>
/// <remarks>
/// Cores that are saved are not machines that go: they may lie on machines that stay full of memory. Both sides are packed anew by one rule, with all constraints, so that what re-packing alone would
/// free is not counted as the advice's.
/// </remarks>
public sealed class FreedMachines
{
    private readonly ClusterProblem cluster;
    private readonly int? now;

    /// <summary>Initializes a new instance of the <see cref="FreedMachines"/> class.</summary>
    /// <param name="cluster">The cluster as it is.</param>
    public FreedMachines(ClusterProblem cluster)
    {
        this.cluster = cluster;
        now = Needed(cluster);
    }

    /// <summary>Counts the machines that advice for some apps frees together.</summary>
    /// <param name="advice">What each of the apps should have.</param>
    /// <returns>The machines, 0 or more; <see langword="null"/> where not all of the workload could be packed anew, before or after.</returns>
    public int? By(IReadOnlyDictionary<AppKey, AdvisedShape> advice) =>
        now is int before && Needed(RightSized.Of(cluster, advice).Cluster) is int after ? Math.Max(0, before - after) : null;

    /// <summary>Says how many machines an amount would make, of the smallest that take new tasks: no more than that can be freed by it.</summary>
    /// <returns>Machines, 0 or more; 0 where there are none.</returns>
    public double MachinesIn(ResourceVector amount)
    {
        var sizes = cluster.Agents.Where(a => a is { TakesNewTasks: true, Resources: not null }).Select(a => a.Resources!.Total).ToList();
        return sizes.Count == 0 ? 0 : sizes.Max(s => Math.Max(Share(amount.Cpus.Cores, s.Cpus.Cores), Share(amount.Memory.Bytes, s.Memory.Bytes)));
    }

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private static int? Needed(ClusterProblem cluster)
    {
        var repack = new Repack(cluster.Problem);
        var (_, used, unplaced) = repack.On([.. repack.Needed, .. FillOrder.LargestFirst(cluster.Problem).Intersect(repack.Movable)]);
        return unplaced == 0 ? used : null;
    }
}
