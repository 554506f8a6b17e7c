using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.TimeSeries;

/// <summary>What is needed of a stored container sample to say what the container used: in the precision of the store, so that what is read back is equal.</summary>
public readonly record struct UsagePoint
{
    private const double MicrosecondsPerSecond = 1e6;
    private const double MostSeconds = 1e12;

    /// <summary>Gets the container's id: what rates are made within.</summary>
    public required string ContainerId { get; init; }

    /// <summary>Gets the app that it is an instance of.</summary>
    public required AppKey App { get; init; }

    /// <summary>Gets the CPU allocated to it.</summary>
    public required CpuCores Cpus { get; init; }

    /// <summary>Gets the memory allocated to it.</summary>
    public required MemorySize Memory { get; init; }

    /// <summary>Gets when the agent read it, by the agent's clock; <see langword="null"/> where it was not read.</summary>
    public DateTimeOffset? SampledAt { get; init; }

    /// <summary>Gets the CPU time since it started, in millionths of a CPU-second.</summary>
    public long? CpuMicroseconds { get; init; }

    /// <summary>Gets the enforcement periods since it started.</summary>
    public long? Periods { get; init; }

    /// <summary>Gets the throttled ones among them.</summary>
    public long? ThrottledPeriods { get; init; }

    /// <summary>Gets the CPU limit in cores.</summary>
    public double? CpuLimitCores { get; init; }

    /// <summary>Gets the working set in bytes.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Gets the page cache beside the working set, in bytes.</summary>
    public long? CacheBytes { get; init; }

    /// <summary>Gets the memory limit in bytes.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>Takes what is needed of a sample.</summary>
    public static UsagePoint From(in ContainerPoint point) => new()
    {
        ContainerId = point.ContainerId,
        App = point.App,
        Cpus = point.Requested.Cpus,
        Memory = point.Requested.Memory,
        SampledAt = point.Sample is { } s ? WholeMicroseconds(s.At) : null,
        CpuMicroseconds = point.Sample?.CpuSeconds is double seconds && Math.Abs(seconds) < MostSeconds ? (long)Math.Round(seconds * MicrosecondsPerSecond) : null,
        Periods = point.Sample?.CpuPeriods,
        ThrottledPeriods = point.Sample?.CpuThrottledPeriods,
        CpuLimitCores = point.Sample?.CpuLimitCores,
        MemoryBytes = point.Sample?.MemoryWorkingSetBytes,
        CacheBytes = point.Sample?.MemoryTotalBytes - point.Sample?.MemoryWorkingSetBytes,
        MemoryLimitBytes = point.Sample?.MemoryLimitBytes,
    };

    /// <summary>Cuts a time to what stores keep.</summary>
    internal static DateTimeOffset WholeMicroseconds(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
