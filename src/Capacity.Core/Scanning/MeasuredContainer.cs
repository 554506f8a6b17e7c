using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Core.Usage;

namespace Capacity.Core.Scanning;

/// <summary>A container of the last picture, with what it used over the whole scan.</summary>
/// <param name="Container">The container.</param>
/// <param name="Usage">Its usage; <see langword="null"/> where no sample of it was taken.</param>
public sealed record MeasuredContainer(Container Container, ContainerUsage? Usage)
{
    /// <summary>Gets the mean CPU; <see langword="null"/> where it is not known.</summary>
    public CpuCores? Cpus => Usage?.CpuMeanCores is double cores ? CpuCores.FromCores(cores) : null;

    /// <summary>Gets the working set; <see langword="null"/> where it is not known.</summary>
    public MemorySize? Memory => Usage?.MemoryBytes is long bytes ? MemorySize.FromBytes(bytes) : null;
}
