using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Capacity.Testing;
using CsCheck;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class LargestNodesTests
{
    [Fact]
    public void ToList_AnyNodes_IsTheSameAsSortingThemAll() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 9].Array[0, 30]).Holds(static input =>
        {
            var (capacity, sizes) = input;
            var nodes = sizes.Select(static (size, i) => new ZNode($"/{i}", size, 0)).ToList();
            var largest = new LargestNodes(capacity);
            nodes.ForEach(node => largest.Offer(node, node.DataBytes));

            var sorted = nodes.OrderByDescending(static node => node.DataBytes).ThenBy(static node => node.Path, StringComparer.Ordinal);
            Assert.Equal(sorted.Take(capacity), largest.ToList());
        });
}
