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

    /// <summary>Takes what lasts of an agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="at">When it was seen; the first time seen stays what it was.</param>
    public static KnownAgent From(Agent agent, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return new()
        {
            Name = agent.Name,
            Id = agent.Id,
            Address = agent.Address,
            State = agent.State,
            Total = agent.Size,
            Zone = agent.Zone,
            Rack = agent.Rack,
            Attributes = agent.Attributes,
            Version = agent.Version,
            FirstSeen = at,
            LastSeen = agent.AsOf,
        };
    }

    /// <summary>Gives the agent as it is remembered: with its size, and without anything about what was allocated of it.</summary>
    public Agent ToAgent() => new()
    {
        Name = Name,
        Id = Id,
        Address = Address,
        State = State,
        Resources = null,
        RememberedSize = Total,
        Attributes = Attributes,
        Zone = Zone,
        Rack = Rack,
        Version = Version,
        AsOf = LastSeen,
    };
}
