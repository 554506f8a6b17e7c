using Capacity.Core.Packing.Clusters;

namespace Capacity.Core.Packing.Measures;

/// <summary>How well a cluster is packed, and what it would survive.</summary>
public sealed record PackingReport
{
    /// <summary>Gets when the cluster was like this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the cluster.</summary>
    public required PackingFigures Cluster { get; init; }

    /// <summary>Gets the zones, sorted by name.</summary>
    public required IReadOnlyList<PackingFigures> Zones { get; init; }

    /// <summary>Gets what is kept for roles: for everybody first, then by name; together they are the cluster.</summary>
    public required IReadOnlyList<PackingFigures> Roles { get; init; }

    /// <summary>Gets the agents that count as capacity and whose size is known.</summary>
    public required IReadOnlyList<MeasuredAgent> Agents { get; init; }

    /// <summary>Gets what the threshold form of stranding takes for nothing.</summary>
    public required StrandingThreshold Threshold { get; init; }

    /// <summary>Gets the room for shapes.</summary>
    public required IReadOnlyList<ShapeRoom> Shapes { get; init; }

    /// <summary>Gets by how much the workload may grow.</summary>
    public required GrowthHeadroom Headroom { get; init; }

    /// <summary>Gets when compaction, efficiency and the loss of zones were worked out: up to a quarter of an hour before; <see langword="null"/> where they were left out.</summary>
    public DateTimeOffset? PackedAnewAt { get; init; }

    /// <summary>Gets on how many agents it would fit; <see langword="null"/> where that was left out.</summary>
    public Compaction? Compaction { get; init; }

    /// <summary>Gets how many agents it needs; <see langword="null"/> where that was left out.</summary>
    public BinPackingEfficiency? Efficiency { get; init; }

    /// <summary>Gets the apps that one failure would take below their quorum.</summary>
    public required IReadOnlyList<PlacementRisk> Risks { get; init; }

    /// <summary>Gets what losses would come to: zones first, then agents, the worst first; none where that was left out.</summary>
    public IReadOnlyList<LossFigures> Losses { get; init; } = [];

    /// <summary>Gets what a reader has to know before believing the figures.</summary>
    public required IReadOnlyList<ClusterProblemNote> Notes { get; init; }
}
