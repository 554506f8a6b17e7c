using Capacity.Core.Units;

namespace Capacity.Core.Packing;

/// <summary>Free resources that cannot be used because the other resource beside them is exhausted.</summary>
/// <remarks>
/// Ratio form: with the whole workload's ratio of memory to CPU as the mix to expect, an agent's free resources are worth as
/// much of that mix as the scarcer of the two allows; what the other has beyond is stranded. So per agent
/// <c>stranded + usable = free</c>. After the balance cost of the ROADEF/EURO 2012 machine reassignment challenge. Disk and
/// GPUs are left out: most tasks ask for neither, so their lack strands nothing.
/// </remarks>
public static class Stranding
{
    /// <summary>Splits what is free on one agent into what the workload's mix can use and what is stranded.</summary>
    /// <param name="free">The agent's free resources.</param>
    /// <param name="workload">What the whole workload has allocated: only its ratio of memory to CPU counts.</param>
    /// <returns>The stranded CPU and memory; zero where the workload asks for none of one of them, for then there is no mix.</returns>
    public static ResourceVector Stranded(ResourceVector free, ResourceVector workload)
    {
        if (workload.Cpus == CpuCores.Zero || workload.Memory == MemorySize.Zero)
        {
            return ResourceVector.Zero;
        }

        var bytesPerCore = workload.Memory.Bytes / workload.Cpus.Cores;
        var mixCores = Math.Min(free.Cpus.Cores, free.Memory.Bytes / bytesPerCore);
        return new(
            free.Cpus.LessOrZero(CpuCores.FromCores(mixCores)),
            free.Memory.LessOrZero(MemorySize.FromBytes((long)Math.Min(free.Memory.Bytes, Math.Round(mixCores * bytesPerCore)))));
    }
}
