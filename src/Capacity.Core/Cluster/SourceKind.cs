namespace Capacity.Core.Cluster;

/// <summary>What kind of server was asked.</summary>
public enum SourceKind
{
    /// <summary>A Mesos master.</summary>
    Master,

    /// <summary>A Mesos agent.</summary>
    Agent,

    /// <summary>A Marathon.</summary>
    Marathon,

    /// <summary>A ZooKeeper server.</summary>
    ZooKeeper,
}
