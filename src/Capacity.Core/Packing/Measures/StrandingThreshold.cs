using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>Free resources beside another one that is as good as exhausted: the simple form of stranding, to look closer.</summary>
/// <remarks>
/// As Pond (ASPLOS 2023) counts memory: all of what is free of one resource is stranded where less of the other is free than the smallest
/// useful request. <see cref="Stranding"/> is the form without a threshold.
/// </remarks>
/// <param name="Cpus">Less CPU than this is none.</param>
/// <param name="Memory">Less memory than this is none.</param>
public sealed record StrandingThreshold(CpuCores Cpus, MemorySize Memory)
{
    private const double Percentile = 0.05;

    /// <summary>Takes the 5th percentile of what containers are allocated, of each resource; nothing where there are none.</summary>
    public static StrandingThreshold Of(IReadOnlyCollection<ResourceVector> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var rank = Math.Max(0, (int)Math.Ceiling(Percentile * requests.Count) - 1);
        return requests.Count == 0
            ? new(CpuCores.Zero, MemorySize.Zero)
            : new(requests.Select(r => r.Cpus).Order().ElementAt(rank), requests.Select(r => r.Memory).Order().ElementAt(rank));
    }

    /// <summary>Finds what is stranded of what is free on one agent.</summary>
    public ResourceVector Stranded(ResourceVector free) => new(
        free.Memory < Memory ? free.Cpus : CpuCores.Zero,
        free.Cpus < Cpus ? free.Memory : MemorySize.Zero);
}
