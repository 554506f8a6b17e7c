namespace Capacity.Core.Alerting.Paging.Delivering;

/// <summary>How far a message is. Those before <see cref="Delivered"/> are not done.</summary>
public enum DeliveryState
{
    /// <summary>A ticket that waits for the end of quiet hours, or for the digest that tells of it.</summary>
    Held,

    /// <summary>It is to be sent, now or later.</summary>
    Waiting,

    /// <summary>The receiver took it.</summary>
    Delivered,

    /// <summary>The receiver will never take it.</summary>
    Refused,

    /// <summary>It was tried for as long as is worth while.</summary>
    Expired,

    /// <summary>Another receiver took it in the place of this one.</summary>
    HandedOver,

    /// <summary>A later message says it all.</summary>
    Superseded,

    /// <summary>There is nothing to be said any more: what it was about ended before anybody was told.</summary>
    Withdrawn,
}
