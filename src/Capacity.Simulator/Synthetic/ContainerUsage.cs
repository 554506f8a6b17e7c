namespace Capacity.Simulator.Synthetic;

/// <summary>What a container has used since it started (CPU), and uses at one moment (memory and disk).</summary>
internal readonly record struct ContainerUsage
{
    public double CpuSeconds { get; init; }

    /// <summary>Gets the enforcement periods in which it ran.</summary>
    public long Periods { get; init; }

    /// <summary>Gets the periods in which it was held back.</summary>
    public long ThrottledPeriods { get; init; }

    public double ThrottledSeconds { get; init; }

    /// <summary>Gets the hard limit in cores; <see langword="null"/> where the agent does not know it, as right after its restart.</summary>
    public double? CpuLimit { get; init; }

    /// <summary>Gets all memory in bytes, page cache and kernel memory among it.</summary>
    public long MemoryBytes { get; init; }

    public long CacheBytes { get; init; }

    public long KernelBytes { get; init; }

    /// <summary>Gets the hard limit in bytes; <see langword="null"/> where the agent does not know it.</summary>
    public long? MemoryLimitBytes { get; init; }

    public long DiskUsedBytes { get; init; }
}
