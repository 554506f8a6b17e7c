namespace Capacity.Core.TimeSeries;

/// <summary>What an app, or one instance of it, used in one stretch of time. Whatever nobody looked at is <see langword="null"/>.</summary>
/// <remarks>
/// Between two neighbouring samples of one container its counters are taken to grow evenly, at a rate by the agent's own clock;
/// the samples are put in time by when the collection began, for clocks of agents differ. Samples further apart than the store's longest gap, and counters that fell, give nothing. Figures of
/// an app are the mean of the instances that were measured, times the instances that should have been: the two coverage
/// ratios say how much of that was measured.
/// </remarks>
public sealed record UsageBucket
{
    /// <summary>Gets when the bucket begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets how much of the bucket somebody looked at, 0 to 1.</summary>
    public required double ObservedRatio { get; init; }

    /// <summary>Gets the instances: the mean over the time that somebody looked; 0 where somebody looked and there was none.</summary>
    public double? Instances { get; init; }

    /// <summary>Gets the measured share of the instances' time, 0 to 1, for CPU.</summary>
    public double? CpuCoverage { get; init; }

    /// <summary>Gets the measured share of the samples, 0 to 1, for memory.</summary>
    public double? MemoryCoverage { get; init; }

    /// <summary>Gets the CPU used, in cores.</summary>
    public double? CpuCores { get; init; }

    /// <summary>Gets the highest CPU of any instance between two neighbouring samples, in cores.</summary>
    public double? CpuPeakCores { get; init; }

    /// <summary>Gets the CPU requested, in cores.</summary>
    public double? CpuRequestedCores { get; init; }

    /// <summary>Gets the hard CPU limits, in cores.</summary>
    public double? CpuLimitCores { get; init; }

    /// <summary>Gets the share of enforcement periods in which instances were held back, 0 to 1.</summary>
    public double? ThrottledRatio { get; init; }

    /// <summary>Gets the working sets, in bytes.</summary>
    public double? MemoryBytes { get; init; }

    /// <summary>Gets the largest working set of any instance, in bytes.</summary>
    public long? MemoryPeakBytes { get; init; }

    /// <summary>Gets the memory requested, in bytes.</summary>
    public double? MemoryRequestedBytes { get; init; }

    /// <summary>Gets the hard memory limits, in bytes.</summary>
    public double? MemoryLimitBytes { get; init; }
}
