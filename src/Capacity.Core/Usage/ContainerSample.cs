namespace Capacity.Core.Usage;

/// <summary>What an agent said about one container at one moment. Whatever it did not say is <see langword="null"/>, never zero.</summary>
/// <remarks>
/// Counters are as the kernel keeps them: they start with the container, live on when the agent's process restarts, and
/// are not rates. Limits include what the agent adds for a command executor.
/// </remarks>
public sealed record ContainerSample
{
    private readonly OptionalDouble cpuSeconds;
    private readonly OptionalInt64 cpuPeriods;
    private readonly OptionalInt64 cpuThrottledPeriods;
    private readonly OptionalDouble cpuThrottledSeconds;
    private readonly OptionalDouble cpuLimitCores;
    private readonly OptionalDouble cpuSoftLimitCores;
    private readonly OptionalInt64 memoryTotalBytes;
    private readonly OptionalInt64 memoryRssBytes;
    private readonly OptionalInt64 memoryCacheBytes;
    private readonly OptionalInt64 memoryMappedFileBytes;
    private readonly OptionalInt64 memoryLimitBytes;
    private readonly OptionalInt64 memorySoftLimitBytes;
    private readonly OptionalInt64 diskUsedBytes;
    private readonly OptionalInt64 diskLimitBytes;

    /// <summary>Gets when the agent read the container, by the agent's own clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the CPU time used since the container started, user and system together, in CPU-seconds.</summary>
    public double? CpuSeconds
    {
        get => cpuSeconds.Value;
        init => cpuSeconds = new(value);
    }

    /// <summary>Gets the enforcement periods in which the container wanted to run; only where CFS bandwidth control is on.</summary>
    public long? CpuPeriods
    {
        get => cpuPeriods.Value;
        init => cpuPeriods = new(value);
    }

    /// <summary>Gets how many of those periods ended with the container held back.</summary>
    public long? CpuThrottledPeriods
    {
        get => cpuThrottledPeriods.Value;
        init => cpuThrottledPeriods = new(value);
    }

    /// <summary>Gets how long its threads were held back in all, in seconds, summed over CPUs.</summary>
    public double? CpuThrottledSeconds
    {
        get => cpuThrottledSeconds.Value;
        init => cpuThrottledSeconds = new(value);
    }

    /// <summary>Gets the hard CPU limit in cores, or up to Mesos 1.9 the request; infinity is written as the host's CPU count.</summary>
    public double? CpuLimitCores
    {
        get => cpuLimitCores.Value;
        init => cpuLimitCores = new(value);
    }

    /// <summary>Gets the CPU request in cores, from Mesos 1.10 on.</summary>
    public double? CpuSoftLimitCores
    {
        get => cpuSoftLimitCores.Value;
        init => cpuSoftLimitCores = new(value);
    }

    /// <summary>Gets all memory that is charged to the container, page cache included; never given by the Docker containerizer.</summary>
    public long? MemoryTotalBytes
    {
        get => memoryTotalBytes.Value;
        init => memoryTotalBytes = new(value);
    }

    /// <summary>Gets anonymous memory; the only figure that the Docker containerizer gives.</summary>
    public long? MemoryRssBytes
    {
        get => memoryRssBytes.Value;
        init => memoryRssBytes = new(value);
    }

    /// <summary>Gets the page cache.</summary>
    public long? MemoryCacheBytes
    {
        get => memoryCacheBytes.Value;
        init => memoryCacheBytes = new(value);
    }

    /// <summary>Gets the part of the page cache that is mapped into processes.</summary>
    public long? MemoryMappedFileBytes
    {
        get => memoryMappedFileBytes.Value;
        init => memoryMappedFileBytes = new(value);
    }

    /// <summary>Gets the hard memory limit, or the request where there is no other.</summary>
    public long? MemoryLimitBytes
    {
        get => memoryLimitBytes.Value;
        init => memoryLimitBytes = new(value);
    }

    /// <summary>Gets the memory request where it is told apart from the limit.</summary>
    public long? MemorySoftLimitBytes
    {
        get => memorySoftLimitBytes.Value;
        init => memorySoftLimitBytes = new(value);
    }

    /// <summary>Gets the disk that the sandbox takes.</summary>
    public long? DiskUsedBytes
    {
        get => diskUsedBytes.Value;
        init => diskUsedBytes = new(value);
    }

    /// <summary>Gets the disk that the sandbox may take.</summary>
    public long? DiskLimitBytes
    {
        get => diskLimitBytes.Value;
        init => diskLimitBytes = new(value);
    }

    /// <summary>
    /// Gets the memory that cannot be taken back without killing the container: all that is charged less the page cache that
    /// nobody has mapped; anonymous memory where that is all that is known.
    /// </summary>
    public long? MemoryWorkingSetBytes => (MemoryTotalBytes, MemoryCacheBytes) switch
    {
        (long total, long cache) => Math.Max(0, total - cache + (MemoryMappedFileBytes ?? 0)),
        (long total, null) => total,
        _ => MemoryRssBytes,
    };
}
