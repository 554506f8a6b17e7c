using Capacity.Core.Cluster;

namespace Capacity.Core.TimeSeries;

/// <summary>What one agent had in one stretch of time: means over the looks at it; <see langword="null"/> without a look.</summary>
public sealed record AgentBucket
{
    /// <summary>Gets when the bucket begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the looks in the bucket.</summary>
    public int Looks { get; init; }

    /// <summary>Gets the state at the last look.</summary>
    public AgentState? State { get; init; }

    /// <summary>Gets the share of the looks at which the agent was active, 0 to 1.</summary>
    public double? ActiveRatio { get; init; }

    /// <summary>Gets the containers.</summary>
    public double? Containers { get; init; }

    /// <summary>Gets the share of its containers whose CPU was measured, 0 to 1; <see langword="null"/> where there were none.</summary>
    public double? CpuCoverage { get; init; }

    /// <summary>Gets the share of its containers whose memory was measured, 0 to 1; <see langword="null"/> where there were none.</summary>
    public double? MemoryCoverage { get; init; }

    /// <summary>Gets the CPU, in cores.</summary>
    public required LevelFigures CpuCores { get; init; }

    /// <summary>Gets the memory, in bytes.</summary>
    public required LevelFigures MemoryBytes { get; init; }
}
