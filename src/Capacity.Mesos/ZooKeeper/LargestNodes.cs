using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Keeps the few largest of many nodes.</summary>
internal sealed class LargestNodes(int capacity)
{
    private readonly SortedSet<(long Bytes, ZNode Node)> kept = new(Comparer<(long Bytes, ZNode Node)>.Create(static (left, right) =>
        left.Bytes != right.Bytes ? right.Bytes.CompareTo(left.Bytes) : string.CompareOrdinal(left.Node.Path, right.Node.Path)));

    public void Offer(ZNode node, long bytes)
    {
        if (kept.Count == capacity && kept.Max.Bytes > bytes)
        {
            return;
        }

        kept.Add((bytes, node));
        if (kept.Count > capacity)
        {
            kept.Remove(kept.Max);
        }
    }

    /// <summary>Gives the nodes, the largest first, ties by path.</summary>
    public IReadOnlyList<ZNode> ToList() => [.. kept.Select(static entry => entry.Node)];
}
