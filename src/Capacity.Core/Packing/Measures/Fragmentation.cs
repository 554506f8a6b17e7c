using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>Free resources in pieces that the shapes of the workload cannot use.</summary>
/// <remarks>
/// The measure of Fragmentation Gradient Descent (USENIX ATC 2023), which counts GPUs, taken to CPU and memory: for a task of the workload drawn at
/// random, all that is free on an agent where it does not fit, and what is left beside as many of it as do. An agent's figure is the mean
/// over the shapes, weighted by how many containers have each.
/// </remarks>
/// <param name="shapes">The shapes and how many containers have each.</param>
public sealed class Fragmentation(IEnumerable<(ResourceVector Shape, long Count)> shapes)
{
    private readonly (ResourceVector Shape, long Count)[] shapes = [.. shapes.Where(s => s.Count > 0)];

    /// <summary>Measures what is free on one agent.</summary>
    /// <returns>The fragmented part of each resource; nothing where there is no workload.</returns>
    public ResourceVector Of(ResourceVector free)
    {
        var (cores, bytes, weight) = (0.0, 0.0, 0L);
        foreach (var (shape, count) in shapes)
        {
            var fitting = Placeable.Count(free, shape) ?? 0;
            cores += count * (free.Cpus.Cores - (fitting * shape.Cpus.Cores));
            bytes += count * (free.Memory.Bytes - ((double)fitting * shape.Memory.Bytes));
            weight += count;
        }

        return weight == 0 ? default : new(CpuCores.FromCores(Math.Max(0, cores / weight)), MemorySize.FromBytes((long)Math.Max(0, bytes / weight)));
    }
}
