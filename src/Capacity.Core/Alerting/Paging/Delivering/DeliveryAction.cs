namespace Capacity.Core.Alerting.Paging.Delivering;

/// <summary>What a message to a receiver asks of it.</summary>
public enum DeliveryAction
{
    /// <summary>Wake somebody.</summary>
    Page,

    /// <summary>Tell somebody in working hours.</summary>
    Ticket,

    /// <summary>Add to what was said.</summary>
    Update,

    /// <summary>Say that it is over.</summary>
    Resolve,

    /// <summary>Say that somebody looks after it.</summary>
    Acknowledge,

    /// <summary>Pass on what somebody wrote.</summary>
    Note,

    /// <summary>Tell of all tickets that were held in quiet hours.</summary>
    Digest,
}
