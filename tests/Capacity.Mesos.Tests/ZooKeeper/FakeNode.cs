using Capacity.Mesos.ZooKeeper.Jute;

namespace Capacity.Mesos.Tests.ZooKeeper;

internal sealed record FakeNode(int DataBytes = 0, params string[] Children)
{
    public byte[]? Data { get; init; }

    public long EphemeralOwner { get; init; }

    public ErrorCode ExistsError { get; init; }

    public ErrorCode ChildrenError { get; init; }

    public ErrorCode DataError { get; init; }
}
