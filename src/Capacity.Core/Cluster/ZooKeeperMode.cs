namespace Capacity.Core.Cluster;

/// <summary>The part that a ZooKeeper server plays in its ensemble, by its own word.</summary>
public enum ZooKeeperMode
{
    /// <summary>The server named a part that is not known here, or none.</summary>
    Unknown,

    /// <summary>Orders all writes; an ensemble has one.</summary>
    Leader,

    /// <summary>Votes, and serves reads from its own copy.</summary>
    Follower,

    /// <summary>Has a copy and no vote.</summary>
    Observer,

    /// <summary>An ensemble of one.</summary>
    Standalone,

    /// <summary>Cut off from the majority; serves reads to clients that asked for no more.</summary>
    ReadOnly,

    /// <summary>Runs and serves nobody: it looks for a leader, or has lost it.</summary>
    NotServing,
}
