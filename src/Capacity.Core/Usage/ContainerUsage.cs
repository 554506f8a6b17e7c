namespace Capacity.Core.Usage;

/// <summary>What one container used over a window of samples.</summary>
/// <param name="From">The first sample that counts, by the agent's clock.</param>
/// <param name="To">The last sample that counts, by the agent's clock.</param>
/// <param name="CpuMeanCores">Mean CPU over the window; <see langword="null"/> with fewer than two usable samples.</param>
/// <param name="CpuMaxCores">The highest CPU between two neighbouring samples.</param>
/// <param name="ThrottledRatio">Throttled periods per period, 0 to 1; <see langword="null"/> where no period passed or none are counted.</param>
/// <param name="MemoryBytes">The working set at the last sample that had one.</param>
/// <param name="DiskUsedBytes">The sandbox's disk at the last sample that had it.</param>
public sealed record ContainerUsage(
    DateTimeOffset From,
    DateTimeOffset To,
    double? CpuMeanCores,
    double? CpuMaxCores,
    double? ThrottledRatio,
    long? MemoryBytes,
    long? DiskUsedBytes);
