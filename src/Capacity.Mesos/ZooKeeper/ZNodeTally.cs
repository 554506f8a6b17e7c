using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper.Jute;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Counts what a walk sees.</summary>
internal sealed class ZNodeTally(int largest)
{
    private readonly LargestNodes byData = new(largest);
    private readonly LargestNodes byChildren = new(largest);

    public long Seen { get; private set; }

    public long Vanished { get; set; }

    public long Denied { get; set; }

    public long Ephemerals { get; private set; }

    public long DataBytes { get; private set; }

    public void Add(ZNode node, ZNodeStat stat)
    {
        Seen++;
        DataBytes += node.DataBytes;
        Ephemerals += stat.EphemeralOwner == 0 ? 0 : 1;
        byData.Offer(node, node.DataBytes);
        if (node.ChildrenListBytes is > 0 and var bytes)
        {
            byChildren.Offer(node, bytes);
        }
    }

    public ZNodeSurvey ToSurvey(HostPort server, DateTimeOffset at, TimeSpan took, IReadOnlyList<string> roots, ZNodeSurveyEnd end) => new()
    {
        Server = server,
        At = at,
        Took = took,
        Roots = roots,
        End = end,
        NodesSeen = Seen,
        NodesVanished = Vanished,
        NodesDenied = Denied,
        Ephemerals = Ephemerals,
        TotalDataBytes = DataBytes,
        LargestByData = byData.ToList(),
        LargestByChildren = byChildren.ToList(),
    };
}
