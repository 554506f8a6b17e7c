using Capacity.Core.Units;

namespace Capacity.Core.Cluster;

/// <summary>A host that runs tasks.</summary>
public sealed record Agent
{
    /// <summary>Gets the name that lasts.</summary>
    public required AgentName Name { get; init; }

    /// <summary>Gets the id of the present registration.</summary>
    public required string Id { get; init; }

    /// <summary>Gets where the agent's process answers; <see langword="null"/> where the master does not say.</summary>
    public required HostPort? Address { get; init; }

    /// <summary>Gets what the master says of the agent.</summary>
    public required AgentState State { get; init; }

    /// <summary>Gets what the agent has and what is allocated; <see langword="null"/> where nobody said so yet.</summary>
    public required AgentResources? Resources { get; init; }

    /// <summary>Gets the size that is remembered from before this process began; <see langword="null"/> where none is.</summary>
    public ResourceVector? RememberedSize { get; init; }

    /// <summary>
    /// Gets what the agent has, or had when somebody last said so; <see langword="null"/> where nobody ever did. Where there are no
    /// <see cref="Resources"/> it is for display: nobody knows what is allocated of it, so no sum holds it.
    /// </summary>
    public ResourceVector? Size => Resources?.Total ?? RememberedSize;

    /// <summary>Gets the operator's attributes as text; a name that was given twice has its values joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the region and zone that the agent announced; <see langword="null"/> where it announced none.</summary>
    public FaultDomain? Domain { get; init; }

    /// <summary>Gets the zone by the cluster's <see cref="LocationPolicy"/>; <see langword="null"/> where it has none.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets the rack by the cluster's <see cref="LocationPolicy"/>; <see langword="null"/> where it has none.</summary>
    public string? Rack { get; init; }

    /// <summary>Gets the Mesos version of the agent's process.</summary>
    public string? Version { get; init; }

    /// <summary>Gets when the present leader registered the agent. Every failover starts it anew.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>Gets when all this was true: earlier than the snapshot where the last known picture is held.</summary>
    public required DateTimeOffset AsOf { get; init; }
}
