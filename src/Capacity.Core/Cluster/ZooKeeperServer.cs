using Capacity.Core.Units;

namespace Capacity.Core.Cluster;

/// <summary>What one ZooKeeper server says of itself, in answer to <c>mntr</c> or, with fewer numbers, to <c>srvr</c>.</summary>
/// <remarks>
/// A number is <see langword="null"/> where the server did not give it: old versions and <c>srvr</c> lack many, followers lack
/// those of the leader. Latencies are counted by the server since its start or its last reset, not since the last reading.
/// </remarks>
public sealed record ZooKeeperServer
{
    /// <summary>Gets the address that was asked.</summary>
    public required HostPort Address { get; init; }

    /// <summary>Gets the part it plays.</summary>
    public required ZooKeeperMode Mode { get; init; }

    /// <summary>Gets whether the numbers are those of <c>mntr</c>; <see langword="false"/> where only <c>srvr</c> was allowed or nothing is served.</summary>
    public required bool Monitored { get; init; }

    /// <summary>Gets the version without its build, for example <c>3.8.0</c>; <see langword="null"/> where the server gave none.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the time since the server began to run.</summary>
    public TimeSpan? Uptime { get; init; }

    /// <summary>Gets the shortest time a request took, in milliseconds.</summary>
    public double? MinLatencyMilliseconds { get; init; }

    /// <summary>Gets the mean time a request took, in milliseconds; whole numbers before 3.6.</summary>
    public double? AverageLatencyMilliseconds { get; init; }

    /// <summary>Gets the longest time a request took, in milliseconds.</summary>
    public double? MaxLatencyMilliseconds { get; init; }

    /// <summary>Gets the requests that wait for an answer now.</summary>
    public long? OutstandingRequests { get; init; }

    /// <summary>Gets the open client connections, ours among them.</summary>
    public long? AliveConnections { get; init; }

    /// <summary>Gets the number of znodes.</summary>
    public long? ZNodes { get; init; }

    /// <summary>Gets the number of watches that clients have set.</summary>
    public long? Watches { get; init; }

    /// <summary>Gets the number of znodes that end with the session of a client.</summary>
    public long? Ephemerals { get; init; }

    /// <summary>Gets about how much all paths and their data take together.</summary>
    public MemorySize? ApproximateDataSize { get; init; }

    /// <summary>Gets the file descriptors in use.</summary>
    public long? OpenFileDescriptors { get; init; }

    /// <summary>Gets the most file descriptors the process may have.</summary>
    public long? MaxFileDescriptors { get; init; }

    /// <summary>Gets the servers that follow this leader, observers among them since 3.6; only a leader says.</summary>
    public long? Followers { get; init; }

    /// <summary>Gets the followers that are up to date with this leader; only a leader says.</summary>
    public long? SyncedFollowers { get; init; }

    /// <summary>Gets the observers that are up to date with this leader; only a leader says, since 3.6.</summary>
    public long? SyncedObservers { get; init; }

    /// <summary>Gets the syncs that wait for this leader; only a leader says.</summary>
    public long? PendingSyncs { get; init; }

    /// <summary>Gets the voting servers of the ensemble, by its configuration.</summary>
    public long? QuorumSize { get; init; }

    /// <summary>Gets the largest answer a client was sent; <see langword="null"/> as long as there was none.</summary>
    public MemorySize? MaxClientResponse { get; init; }

    /// <summary>Gets the largest write this leader proposed; <see langword="null"/> as long as there was none. Only a leader says.</summary>
    public MemorySize? MaxProposal { get; init; }

    /// <summary>Gets the requests that were turned away as too large since the start; since 3.6.</summary>
    public long? LargeRequestsRejected { get; init; }

    /// <summary>Gets the connections that were turned away since the start; since 3.6.</summary>
    public long? ConnectionsRejected { get; init; }
}
