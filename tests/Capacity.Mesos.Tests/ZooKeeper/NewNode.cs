namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>A node to make. <see cref="Owner"/>, a name and password, lets nobody else read it.</summary>
internal sealed record NewNode(string Path)
{
    public byte[] Data { get; init; } = [];

    public bool Ephemeral { get; init; }

    public string? Owner { get; init; }
}
