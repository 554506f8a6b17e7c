using Capacity.Core.Cluster;
using Capacity.Core.Scanning.Warnings;

namespace Capacity.Core.Scanning;

/// <summary>Finds what a reader of a scan has to know before believing its figures.</summary>
internal static class ScanWarnings
{
    public static IReadOnlyList<ScanWarning> Find(IReadOnlyList<ClusterSnapshot> pictures, IReadOnlyList<MeasuredContainer> containers)
    {
        var last = pictures[^1];
        return
        [
            .. LeaderWarnings.OfLeader(pictures),
            .. LeaderWarnings.OfMasters(last),
            .. AgentWarnings.Find(last),
            .. SourceWarnings.OfUnreadSources(pictures),
            .. SourceWarnings.OfCredentials(pictures),
            .. SourceWarnings.OfClocks(last),
            .. WorkloadWarnings.OfUsage(pictures, containers),
            .. WorkloadWarnings.OfFrameworks(last),
            .. WorkloadWarnings.OfQueues(last),
            .. ZooKeeperWarnings.Find(last.ZooKeeper),
        ];
    }
}
