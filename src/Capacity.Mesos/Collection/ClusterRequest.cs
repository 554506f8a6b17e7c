using Capacity.Mesos.ZooKeeper;

namespace Capacity.Mesos.Collection;

/// <summary>Which cluster the user asked for.</summary>
/// <param name="Targets">The servers; without masters where <paramref name="MastersIn"/> is given.</param>
/// <param name="MastersIn">Where ZooKeeper has the masters; <see langword="null"/> where they were named.</param>
/// <param name="ZooKeeper">What to read of ZooKeeper; <see langword="null"/> for nothing.</param>
public sealed record ClusterRequest(ClusterTargets Targets, ZooKeeperUri? MastersIn, ZooKeeperOptions? ZooKeeper);
