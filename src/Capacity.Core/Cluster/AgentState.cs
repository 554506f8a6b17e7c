namespace Capacity.Core.Cluster;

/// <summary>What the cluster knows of an agent. Only <see cref="Active"/> agents get new tasks.</summary>
public enum AgentState
{
    /// <summary>Registered, connected and offered.</summary>
    Active,

    /// <summary>Registered, but its connection to the master is closed: its process restarts or is dead.</summary>
    Disconnected,

    /// <summary>An operator stopped its offers; its tasks run on.</summary>
    Deactivated,

    /// <summary>Being drained: its tasks are being killed.</summary>
    Draining,

    /// <summary>Drained: no tasks, no offers, until somebody reactivates it.</summary>
    Drained,

    /// <summary>In a maintenance window that was scheduled; its tasks run on, and frameworks are told to leave.</summary>
    InMaintenance,

    /// <summary>Taken down for maintenance by an operator: not registered, and its tasks are lost.</summary>
    DownForMaintenance,

    /// <summary>Missed its pings; the master counts it and lists it nowhere.</summary>
    Unreachable,

    /// <summary>Was registered with the previous leader and has not come back to this one yet.</summary>
    Recovered,

    /// <summary>Was there before, is in no list now, and the master counts no unreachable agent.</summary>
    Gone,
}
