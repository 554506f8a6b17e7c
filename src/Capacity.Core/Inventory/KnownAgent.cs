using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Core.Inventory;

/// <summary>What is remembered of an agent, so that it keeps its name when it is in no list any more.</summary>
public sealed record KnownAgent
{
    /// <summary>Gets the name that lasts.</summary>
    public required AgentName Name { get; init; }

    /// <summary>Gets the id of its last registration.</summary>
    public required string Id { get; init; }

    /// <summary>Gets where its process answered; <see langword="null"/> where nobody said.</summary>
    public HostPort? Address { get; init; }

    /// <summary>Gets its last state.</summary>
    public required AgentState State { get; init; }

    /// <summary>Gets what it had when somebody last said so; <see langword="null"/> where nobody ever did.</summary>
    public ResourceVector? Total { get; init; }

    /// <summary>Gets its zone; <see langword="null"/> for none.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets its rack; <see langword="null"/> for none.</summary>
    public string? Rack { get; init; }

    /// <summary>Gets its attributes.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the Mesos version of its process; <see langword="null"/> where nobody said.</summary>
    public string? Version { get; init; }

    /// <summary>Gets when it was first seen.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Gets when it was last in a list of the leader's.</summary>
    public required DateTimeOffset LastSeen { get; init; }
}
