namespace Capacity.Server.Api.Packing;

/// <summary>How well a cluster is packed, and what it would survive. What each figure means is in docs/packing.md.</summary>
public sealed record PackingDocument
{
    /// <summary>The name of this form of the document.</summary>
    public const string SchemaName = "capacity-pack/1";

    /// <summary>Gets the name of the form.</summary>
    public required string Schema { get; init; }

    /// <summary>Gets when the cluster was like this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the cluster.</summary>
    public required PackingFiguresDocument Cluster { get; init; }

    /// <summary>Gets the zones.</summary>
    public required IReadOnlyList<PackingFiguresDocument> Zones { get; init; }

    /// <summary>Gets what is kept for roles; <c>*</c> is for everybody.</summary>
    public required IReadOnlyList<PackingFiguresDocument> Roles { get; init; }

    /// <summary>Gets the agents.</summary>
    public required IReadOnlyList<PackedAgentDocument> Agents { get; init; }

    /// <summary>Gets what the threshold form of stranding takes for nothing.</summary>
    public required ResourcesDocument Threshold { get; init; }

    /// <summary>Gets the room for shapes.</summary>
    public required IReadOnlyList<ShapeRoomDocument> Shapes { get; init; }

    /// <summary>Gets by how much the workload may grow.</summary>
    public required HeadroomDocument Headroom { get; init; }

    /// <summary>Gets when compaction, efficiency and the loss of zones were worked out: up to a quarter of an hour before; <see langword="null"/> where they were left out.</summary>
    public required DateTimeOffset? PackedAnewAt { get; init; }

    /// <summary>Gets on how many agents it fits.</summary>
    public required CompactionDocument? Compaction { get; init; }

    /// <summary>Gets how many agents it needs.</summary>
    public required EfficiencyDocument? Efficiency { get; init; }

    /// <summary>Gets the apps at risk.</summary>
    public required IReadOnlyList<RiskDocument> Risks { get; init; }

    /// <summary>Gets what losses would come to: zones first, the worst first.</summary>
    public required IReadOnlyList<LossDocument> Losses { get; init; }

    /// <summary>Gets what the figures leave out.</summary>
    public required IReadOnlyList<NoteDocument> Notes { get; init; }
}
