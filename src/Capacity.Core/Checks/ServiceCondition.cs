namespace Capacity.Core.Checks;

/// <summary>How the service itself does.</summary>
public sealed record ServiceCondition
{
    /// <summary>Gets when the service began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the time between two collections of everything.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Gets the time between two looks at the masters.</summary>
    public required TimeSpan MastersInterval { get; init; }

    /// <summary>Gets the time between two looks at ZooKeeper.</summary>
    public required TimeSpan ZooKeeperInterval { get; init; }

    /// <summary>Gets why nobody could be asked the last time; <see langword="null"/> where somebody could.</summary>
    public string? Blindness { get; init; }

    /// <summary>Gets what is not stored and why, by what it is: <c>samples</c>, <c>inventory</c>, <c>profiles</c> or <c>alerts</c>.</summary>
    public IReadOnlyDictionary<string, string> StoreTroubles { get; init; } = new Dictionary<string, string>();
}
