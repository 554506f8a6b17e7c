namespace Capacity.Core.Recordings;

/// <summary>What a recorded host is.</summary>
public enum HostKind
{
    /// <summary>Nothing that was asked tells.</summary>
    Unknown,

    /// <summary>A Mesos master, leading or not.</summary>
    Master,

    /// <summary>A Mesos agent.</summary>
    Agent,

    /// <summary>A Marathon, leading or not.</summary>
    Marathon,

    /// <summary>A ZooKeeper server.</summary>
    ZooKeeper,
}
