namespace Capacity.Core.Alerting.Board;

/// <summary>What happened to an alert.</summary>
public enum AlertChangeKind
{
    /// <summary>It did not fire before, and does now.</summary>
    Fired,

    /// <summary>It fires on: it was sent again, or its words or times changed.</summary>
    Refreshed,

    /// <summary>Its sender says that it has ended.</summary>
    Resolved,

    /// <summary>Nobody spoke of it for so long that it has ended.</summary>
    TimedOut,

    /// <summary>It fires, and from now on it is silenced.</summary>
    Silenced,

    /// <summary>It fires, and it is not silenced any more.</summary>
    Unsilenced,
}
