namespace Capacity.Core.Planning.Shapes;

/// <summary>How new machines of one shape would serve today's workload.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="HasNow">How many agents are of this shape now.</param>
/// <param name="ContainersPerMachine">How many of today's containers one machine takes on average.</param>
/// <param name="CpuAllocatedRatio">The share of CPU that can be allocated, 0 to 1.</param>
/// <param name="MemoryAllocatedRatio">The share of memory that can be allocated, 0 to 1.</param>
/// <param name="CpuStrandedRatio">The share of CPU that is left because memory ran out, 0 to 1 (ratio form, of what is left).</param>
/// <param name="MemoryStrandedRatio">The share of memory that is left because CPU ran out, 0 to 1 (ratio form, of what is left).</param>
/// <param name="TooLarge">The share of today's containers that fit on no such machine, even an empty one, 0 to 1.</param>
/// <param name="ClusterStrandedRatio">The mean stranded ratio of CPU and memory of the whole cluster once the new machines are there and full, 0 to 1.</param>
public sealed record ShapeFigures(
    MachineShape Shape,
    int HasNow,
    double ContainersPerMachine,
    double CpuAllocatedRatio,
    double MemoryAllocatedRatio,
    double CpuStrandedRatio,
    double MemoryStrandedRatio,
    double TooLarge,
    double ClusterStrandedRatio)
{
    /// <summary>Gets the mean of both stranded ratios: what shapes are ranked by.</summary>
    public double StrandedRatio => (CpuStrandedRatio + MemoryStrandedRatio) / 2;
}
