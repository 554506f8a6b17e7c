namespace Capacity.Core.Alerting;

/// <summary>What an alert says, as far as grouping goes.</summary>
public enum AlertKind
{
    /// <summary>Something else: it is explained by nothing, and pages where it is critical.</summary>
    Condition,

    /// <summary>A machine does not answer at all.</summary>
    Machine,

    /// <summary>A service on a machine does not answer; the machine itself may.</summary>
    Service,

    /// <summary>A helper on a machine, such as a log shipper, does not answer: says nothing of the machine by itself.</summary>
    Auxiliary,

    /// <summary>An agent is not registered with the leading master.</summary>
    Registration,

    /// <summary>Many targets of a rack or zone are down.</summary>
    Domain,

    /// <summary>A count over the whole cluster, such as active agents or lost tasks.</summary>
    ClusterEffect,

    /// <summary>There is no leader, or no quorum.</summary>
    ControlLost,

    /// <summary>No more master or ZooKeeper may fail: a figure over all of them, which names none.</summary>
    ControlMargin,

    /// <summary>Another master leads.</summary>
    LeaderChanged,

    /// <summary>One task or instance of an app, on a machine that is known.</summary>
    Task,

    /// <summary>An app has no or too few instances.</summary>
    App,

    /// <summary>Users notice: a service level objective is missed, an address does not answer.</summary>
    Symptom,
}
