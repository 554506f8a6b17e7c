using Capacity.Core.Packing.Measures;

namespace Capacity.Core.Packing.History;

/// <summary>The headline figures of packing at one time: what a report comes to, small enough to be kept.</summary>
public sealed record PackingPoint
{
    /// <summary>Gets when the cluster was like this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required PackingLevel Level { get; init; }

    /// <summary>Gets the zone, role or agent (host and port); empty for the cluster, and for agents without a zone.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the number of agents.</summary>
    public required int Agents { get; init; }

    /// <summary>Gets how many of them run something.</summary>
    public required int UsedAgents { get; init; }

    /// <summary>Gets the number of containers.</summary>
    public required int Containers { get; init; }

    /// <summary>Gets the shares of CPU.</summary>
    public PackingShares Cpu { get; init; } = new(null, null, null, null);

    /// <summary>Gets the shares of memory.</summary>
    public PackingShares Memory { get; init; } = new(null, null, null, null);

    /// <summary>Gets how many containers of the mean size find room; <see langword="null"/> of points that were kept before it was measured.</summary>
    public double? MixRoom { get; init; }

    /// <summary>Gets how many more containers fit of the shapes of <see cref="ShapeRooms.Common"/>, in their order; <see langword="null"/> as above.</summary>
    public (long Small, long Medium, long Large)? Rooms { get; init; }

    /// <summary>Gets by how much the workload might grow; of a zone or role its own, within it, worked out every quarter of an hour; <see langword="null"/> for agents.</summary>
    public double? HeadroomRatio { get; init; }

    /// <summary>Gets the share of agents that the workload would fit on; of a zone or role its own; <see langword="null"/> for agents.</summary>
    public double? CompactionRatio { get; init; }

    /// <summary>Gets the lower bound of agents over the agents in use; <see langword="null"/> for agents.</summary>
    public double? BoundRatio { get; init; }

    /// <summary>Gets the agents after packing anew over the agents in use; <see langword="null"/> for agents.</summary>
    public double? RepackRatio { get; init; }

    /// <summary>Gets how many instances the loss of the zone or agent would leave without a place; of the cluster the most of any zone; <see langword="null"/> for roles.</summary>
    public int? LossUnplaced { get; init; }

    /// <summary>Gets how many apps would lose their quorum with one failure; of a zone or agent with its own; <see langword="null"/> for roles.</summary>
    public int? Risks { get; init; }
}
