using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Measures;

/// <summary>How many agents the workload needs at least, how many after packing it anew, and how many it takes now.</summary>
/// <param name="Used">The agents that something runs on now.</param>
/// <param name="LowerBound">No packing needs fewer agents: the largest ones that together have enough of each resource on its own.</param>
/// <param name="Repacked">The agents that the best of some packings takes, today's among them.</param>
/// <remarks>
/// A lower bound alone can be a fifth too low (vector packing instances of Panigrahy et al.), so both are given: the truth lies between
/// <see cref="BoundRatio"/> and <see cref="RepackRatio"/>.
/// </remarks>
public sealed record BinPackingEfficiency(int Used, int LowerBound, int Repacked)
{
    /// <summary>Gets the lower bound over the agents in use, 0 to 1; <see langword="null"/> where none is in use.</summary>
    public double? BoundRatio => Used > 0 ? (double)LowerBound / Used : null;

    /// <summary>Gets the agents after packing anew over the agents in use, 0 to 1; <see langword="null"/> where none is in use.</summary>
    public double? RepackRatio => Used > 0 ? (double)Repacked / Used : null;

    /// <summary>Measures a cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="compaction">The packings in random order, which count too.</param>
    public static BinPackingEfficiency Measure(ClusterProblem cluster, Compaction compaction)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(compaction);
        var now = new PackingState(cluster.Problem, keepGiven: true);
        var repack = new Repack(cluster.Problem);
        var (needed, unplaced) = repack.On([.. repack.Needed, .. FillOrder.LargestFirst(cluster.Problem).Intersect(repack.Movable)]);
        int[] packings =
        [
            now.MachinesUsed,
            unplaced == 0 ? needed + repack.Kept : int.MaxValue,
            compaction is { Unplaced: 0, Softened: 0, Needed: [var least, ..] } ? least + repack.Kept : int.MaxValue,
        ];
        return new(now.MachinesUsed, LowerBoundOf(cluster.Problem), packings.Min());
    }

    private static int LowerBoundOf(PackingProblem problem)
    {
        var bound = 0;
        for (var r = 0; r < problem.Resources.Count; r++)
        {
            var left = problem.Items.Sum(i => i.Demand[r] * i.Count) * (1 - 1e-9);
            var machines = problem.Machines.Select(m => FillOrder.CapacityOf(m, r)).OrderDescending().TakeWhile(c => (left -= c) + c > 0).Count();
            bound = Math.Max(bound, machines);
        }

        return bound;
    }
}
