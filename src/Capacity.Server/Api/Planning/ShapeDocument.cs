namespace Capacity.Server.Api.Planning;

/// <summary>How new machines of one shape would serve today's workload. Ratios are from 0 to 1.</summary>
/// <param name="Shape">Cores and GiB, such as 16c64g.</param>
/// <param name="CpuCores">The cores.</param>
/// <param name="MemoryBytes">The memory, in bytes.</param>
/// <param name="HasNow">How many agents are of this shape now.</param>
/// <param name="ContainersPerMachine">How many of today's containers one takes on average.</param>
/// <param name="CpuAllocatedRatio">The share of its CPU that can be allocated.</param>
/// <param name="MemoryAllocatedRatio">The share of its memory that can be allocated.</param>
/// <param name="CpuStrandedRatio">The share of its CPU that is left because memory ran out.</param>
/// <param name="MemoryStrandedRatio">The share of its memory that is left because CPU ran out.</param>
/// <param name="StrandedRatio">The mean of both, by which shapes are ranked.</param>
/// <param name="TooLargeRatio">The share of today's containers that fit on no such machine.</param>
/// <param name="ClusterStrandedRatio">The mean stranded ratio of the whole cluster with them.</param>
public sealed record ShapeDocument(
    string Shape,
    double CpuCores,
    long MemoryBytes,
    int HasNow,
    double ContainersPerMachine,
    double CpuAllocatedRatio,
    double MemoryAllocatedRatio,
    double CpuStrandedRatio,
    double MemoryStrandedRatio,
    double StrandedRatio,
    double TooLargeRatio,
    double ClusterStrandedRatio);
