namespace Capacity.Core.Alerting.Paging.Routing;

/// <summary>What has to be known of a receiver to decide what it is sent.</summary>
public sealed record ReceiverTraits
{
    /// <summary>Gets the receiver that is told in its place while it is down; <see langword="null"/> for none.</summary>
    public string? Fallback { get; init; }

    /// <summary>Gets whether it is told when there is more to say of what it knows.</summary>
    public bool TakesUpdates { get; init; } = true;

    /// <summary>Gets whether it is told that somebody looks after it.</summary>
    public bool TakesAcknowledgements { get; init; }

    /// <summary>Gets whether it is told what people write.</summary>
    public bool TakesNotes { get; init; }
}
