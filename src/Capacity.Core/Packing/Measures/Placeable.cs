using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>How many tasks of one shape there is room for.</summary>
public static class Placeable
{
    /// <summary>Counts the tasks that fit into what is free on one agent.</summary>
    /// <returns>The count; <see langword="null"/> for a shape of nothing, of which there is no end.</returns>
    public static long? Count(ResourceVector free, ResourceVector shape)
    {
        var count = long.MaxValue;
        count = shape.Cpus.NanoCores > 0 ? Math.Min(count, free.Cpus.NanoCores / shape.Cpus.NanoCores) : count;
        count = shape.Memory.Bytes > 0 ? Math.Min(count, free.Memory.Bytes / shape.Memory.Bytes) : count;
        count = shape.Disk.Bytes > 0 ? Math.Min(count, free.Disk.Bytes / shape.Disk.Bytes) : count;
        count = shape.Gpus > 0 ? Math.Min(count, free.Gpus / shape.Gpus) : count;
        return count == long.MaxValue ? null : count;
    }
}
