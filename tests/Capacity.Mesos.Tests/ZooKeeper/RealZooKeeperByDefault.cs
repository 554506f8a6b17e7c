namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>A real server that allows the four-letter words that servers allow by default.</summary>
public sealed class RealZooKeeperByDefault() : RealZooKeeper(1, "");
