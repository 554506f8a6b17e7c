namespace Capacity.Core.RightSizing.Summaries;

/// <summary>The figures of one app and day that advice is made from.</summary>
public sealed record DayFigures
{
    /// <summary>Gets the UTC day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets the 99th percentile of the instance that has the highest, in cores; <see langword="null"/> where CPU was not measured.</summary>
    public double? CpuP99 { get; init; }

    /// <summary>Gets the highest CPU of any instance.</summary>
    public PeakMoment? CpuPeak { get; init; }

    /// <summary>Gets the largest memory of any instance.</summary>
    public PeakMoment? MemoryPeak { get; init; }

    /// <summary>Gets the mean CPU of an instance, in cores.</summary>
    public double? CpuMean { get; init; }

    /// <summary>Gets the mean memory of an instance, in bytes.</summary>
    public double? MemoryMean { get; init; }

    /// <summary>Gets the highest mean CPU of an instance over the mean of all; 1 where load is even, <see langword="null"/> with fewer than two instances or no load.</summary>
    public double? Skew { get; init; }

    /// <summary>Gets the mean number of instances.</summary>
    public double Instances { get; init; }

    /// <summary>Gets the hours that instances ran, summed over them.</summary>
    public double InstanceHours { get; init; }

    /// <summary>Gets the CPU requested by an instance, its mean in cores.</summary>
    public double CpuRequested { get; init; }

    /// <summary>Gets the memory requested by an instance, its mean in bytes.</summary>
    public double MemoryRequested { get; init; }

    /// <summary>Gets the looks that there are of those that there should be, 0 to 1.</summary>
    public double Coverage { get; init; }

    /// <summary>Gets the samples with CPU.</summary>
    public long CpuSamples { get; init; }

    /// <summary>Gets the samples with memory.</summary>
    public long MemorySamples { get; init; }

    /// <summary>Gets the samples that found CPU at its limit.</summary>
    public long CpuAtLimit { get; init; }

    /// <summary>Gets the samples that found memory at its limit.</summary>
    public long MemoryAtLimit { get; init; }

    /// <summary>Gets the enforcement periods.</summary>
    public long Periods { get; init; }

    /// <summary>Gets the throttled ones among them.</summary>
    public long ThrottledPeriods { get; init; }

    /// <summary>Gets the kills for memory.</summary>
    public int MemoryKills { get; init; }

    /// <summary>Gets the highest CPU of an instance that was starting, in cores; <see langword="null"/> where none was.</summary>
    public double? StartUpPeak { get; init; }

    /// <summary>Gets the share of page cache in the memory charged, 0 to 1; <see langword="null"/> where it is not told.</summary>
    public double? CacheRatio { get; init; }

    /// <summary>Gets the version at the end of the day (a hash); 0 where none is known.</summary>
    public ulong Version { get; init; }

    /// <summary>Gets whether the version changed within the day.</summary>
    public bool HasDeploy { get; init; }

    /// <summary>Gets whether the requested size changed within the day.</summary>
    public bool HasResize { get; init; }
}
