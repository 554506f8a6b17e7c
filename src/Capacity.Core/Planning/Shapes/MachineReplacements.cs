using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>Tries the best shape in the place of each size of today.</summary>
internal static class MachineReplacements
{
    private const int MostSizes = 5;
    private const double SameMemory = 0.05;

    /// <summary>Finds them, the one that strands least afterwards first.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="best">The shape that comes.</param>
    /// <param name="mix">One core of the workload and the memory that goes with it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IReadOnlyList<MachineReplacement> Find(ClusterProblem cluster, MachineShape best, ResourceVector mix, CancellationToken cancellationToken)
    {
        if (mix == ResourceVector.Zero)
        {
            return [];
        }

        var whatIf = new WhatIf(cluster);
        var replacements = new List<MachineReplacement>();
        foreach (var (size, agents) in SizesOf(cluster).Where(s => s.Size != best).Take(MostSizes))
        {
            var count = Math.Max(1, (int)Math.Ceiling((agents * MixOn(size, mix) / MixOn(best, mix)) - 1e-9));
            var answer = whatIf.Ask(new Scenario.Replace(size.Cpus, size.Memory, count, new(best.Cpus, best.Memory)), cancellationToken);
            replacements.Add(new(
                size, agents, best, count, answer.TotalBefore, answer.TotalAfter, answer.StrandedBefore, answer.StrandedAfter, new(answer.HeadroomBefore.Ratio, answer.HeadroomAfter.Ratio), answer.UnplacedInstances));
        }

        return [.. replacements.OrderByDescending(r => r.StrandedLess).ThenBy(r => r.From.Cpus)];
    }

    /// <summary>The sizes of today, the most frequent first, each with the agents that count as being of it.</summary>
    private static List<(MachineShape Size, int Agents)> SizesOf(ClusterProblem cluster)
    {
        var sizes = new List<(MachineShape Size, int Agents)>();
        foreach (var (size, agents) in cluster.Agents.Select(a => a.Resources!.Total).Where(t => t.Cpus > CpuCores.Zero && t.Memory > MemorySize.Zero)
            .CountBy(t => new MachineShape(t.Cpus, t.Memory)).OrderByDescending(s => s.Value).ThenByDescending(s => s.Key.Cpus).ThenByDescending(s => s.Key.Memory))
        {
            var same = sizes.FindIndex(s => s.Size.Cpus == size.Cpus && Math.Abs(s.Size.Memory.Bytes - size.Memory.Bytes) <= SameMemory * s.Size.Memory.Bytes);
            if (same >= 0)
            {
                sizes[same] = sizes[same] with { Agents = sizes[same].Agents + agents };
            }
            else
            {
                sizes.Add((size, agents));
            }
        }

        return sizes;
    }

    /// <summary>How many cores of the mix a machine holds.</summary>
    private static double MixOn(MachineShape size, ResourceVector mix) =>
        Math.Min(size.Cpus.Cores / mix.Cpus.Cores, mix.Memory > MemorySize.Zero ? (double)size.Memory.Bytes / mix.Memory.Bytes : double.MaxValue);
}
