using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>What a session brings back.</summary>
internal abstract record ZooKeeperAnswer<T>
{
    private ZooKeeperAnswer()
    {
    }

    public sealed record Got(T Value) : ZooKeeperAnswer<T>;

    /// <summary>There is no such node, or it may not be read. The session goes on.</summary>
    public sealed record Refused(ErrorCode Error, ZooKeeperFailure Failure) : ZooKeeperAnswer<T>;

    /// <summary>The session is of no more use.</summary>
    public sealed record Broken(ZooKeeperFailure Failure) : ZooKeeperAnswer<T>;
}
