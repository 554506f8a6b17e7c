using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Profiles;

/// <summary>What one instance used between two samples. Whatever is not known is <see langword="null"/>.</summary>
public readonly record struct InstanceInterval
{
    /// <summary>Gets the instance's id, such as the container's.</summary>
    public required string Instance { get; init; }

    /// <summary>Gets the end of the interval.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets when the instance started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Gets the mean CPU over the interval, in cores.</summary>
    public double? CpuCores { get; init; }

    /// <summary>Gets the memory at its end that cannot be taken back, in bytes: without page cache.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Gets the page cache charged to it, in bytes.</summary>
    public long? CacheBytes { get; init; }

    /// <summary>Gets the CPU requested.</summary>
    public CpuCores Cpus { get; init; }

    /// <summary>Gets the memory requested.</summary>
    public MemorySize Memory { get; init; }

    /// <summary>Gets the hard CPU limit; <see langword="null"/> where there is none.</summary>
    public CpuCores? CpuLimit { get; init; }

    /// <summary>Gets the hard memory limit; <see langword="null"/> where the request is the limit.</summary>
    public MemorySize? MemoryLimit { get; init; }

    /// <summary>Gets the enforcement periods of the interval.</summary>
    public long Periods { get; init; }

    /// <summary>Gets how many of them were throttled.</summary>
    public long ThrottledPeriods { get; init; }

    /// <summary>Gets how often the instance was killed for memory in the interval.</summary>
    public int MemoryKills { get; init; }

    /// <summary>Gets the app's version, such as Marathon's; anything that changes with a deploy.</summary>
    public string? Version { get; init; }
}
