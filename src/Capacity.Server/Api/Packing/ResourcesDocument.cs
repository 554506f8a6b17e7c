using Capacity.Core.Units;

namespace Capacity.Server.Api.Packing;

/// <summary>An amount of each resource.</summary>
/// <param name="CpuCores">CPU, in cores.</param>
/// <param name="MemoryBytes">Memory, in bytes.</param>
/// <param name="DiskBytes">Disk, in bytes.</param>
/// <param name="Gpus">Whole GPUs.</param>
public sealed record ResourcesDocument(double CpuCores, long MemoryBytes, long DiskBytes, long Gpus)
{
    /// <summary>Writes an amount.</summary>
    public static ResourcesDocument Of(ResourceVector resources) => new(resources.Cpus.Cores, resources.Memory.Bytes, resources.Disk.Bytes, resources.Gpus);
}
