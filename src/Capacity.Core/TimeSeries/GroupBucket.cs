namespace Capacity.Core.TimeSeries;

/// <summary>What the cluster or a zone had in one stretch of time: means over the looks at it; <see langword="null"/> without a look.</summary>
public sealed record GroupBucket
{
    /// <summary>Gets when the bucket begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the looks in the bucket.</summary>
    public int Looks { get; init; }

    /// <summary>Gets the agents that are known, whatever their state.</summary>
    public double? Agents { get; init; }

    /// <summary>Gets the agents that were active.</summary>
    public double? ActiveAgents { get; init; }

    /// <summary>Gets the agents of unknown size: every total lacks them.</summary>
    public double? AgentsOfUnknownSize { get; init; }

    /// <summary>Gets the containers.</summary>
    public double? Containers { get; init; }

    /// <summary>Gets the share of the containers whose CPU was measured, 0 to 1; <see langword="null"/> where there were none.</summary>
    public double? CpuCoverage { get; init; }

    /// <summary>Gets the share of the containers whose memory was measured, 0 to 1; <see langword="null"/> where there were none.</summary>
    public double? MemoryCoverage { get; init; }

    /// <summary>Gets the CPU, in cores.</summary>
    public required LevelFigures CpuCores { get; init; }

    /// <summary>Gets the memory, in bytes.</summary>
    public required LevelFigures MemoryBytes { get; init; }
}
