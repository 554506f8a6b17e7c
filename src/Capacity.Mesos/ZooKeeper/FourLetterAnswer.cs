using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>The text of an answer, or why there is none.</summary>
internal readonly record struct FourLetterAnswer(string Text, ZooKeeperFailure? Failure);
