using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using CsCheck;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class LargestNodesTests
{
    [Fact]
    public void ToList_AnyNodes_IsTheSameAsSortingThemAll() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 9].Array[0, 30]).Sample(static (capacity, sizes) =>
        {
            var nodes = sizes.Select(static (size, i) => new ZNode($"/{i}", size, 0)).ToList();
            var largest = new LargestNodes(capacity);
            nodes.ForEach(node => largest.Offer(node, node.DataBytes));

            var sorted = nodes.OrderByDescending(static node => node.DataBytes).ThenBy(static node => node.Path, StringComparer.Ordinal);
            return sorted.Take(capacity).SequenceEqual(largest.ToList());
        });
}
