using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>What it would come to if all agents of one size were replaced by new ones that hold as much of today's mix; what ran there is started anew.</summary>
/// <param name="From">The size that goes.</param>
/// <param name="Agents">How many agents have it, memory to a twentieth.</param>
/// <param name="To">The shape that comes.</param>
/// <param name="Count">How many of it hold as much of the mix.</param>
/// <param name="TotalBefore">What the cluster has before.</param>
/// <param name="TotalAfter">What it has after.</param>
/// <param name="StrandedBefore">What is stranded before, in the ratio form.</param>
/// <param name="StrandedAfter">What is stranded after, in the ratio form.</param>
/// <param name="Headroom">By how much the workload may grow, before and after.</param>
/// <param name="Unplaced">How many instances find no place after.</param>
public sealed record MachineReplacement(
    MachineShape From,
    int Agents,
    MachineShape To,
    int Count,
    ResourceVector TotalBefore,
    ResourceVector TotalAfter,
    ResourceVector StrandedBefore,
    ResourceVector StrandedAfter,
    HeadroomChange Headroom,
    int Unplaced)
{
    /// <summary>Gets by how much the stranded share of the cluster falls, the mean of CPU and memory; negative where it rises.</summary>
    public double StrandedLess => Share(StrandedBefore, TotalBefore) - Share(StrandedAfter, TotalAfter);

    private static double Share(ResourceVector part, ResourceVector whole) =>
        ((whole.Cpus > CpuCores.Zero ? part.Cpus.Cores / whole.Cpus.Cores : 0) + (whole.Memory > MemorySize.Zero ? (double)part.Memory.Bytes / whole.Memory.Bytes : 0)) / 2;
}
