using Capacity.Core.Cluster;
using Capacity.Core.Planning.Shapes;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Planning.Shapes;

public sealed class MachineReplacementsTests
{
    [Fact]
    public void Advise_AgentsWithTooMuchMemory_AreReplacedByTheShapeOfTheMix()
    {
        var snapshot = Snapshots.Of(
            Enumerable.Range(0, 4).Select(i => Agents.Named($"a{i}", Generate.Vector(8, 65536))),
            Enumerable.Range(0, 4).SelectMany(i => Snapshots.Run("/web", $"a{i}", Generate.Vector(1, 4096), 6)));

        var replacement = Assert.Single(Advise(snapshot, "16c64g").Replacements);

        Assert.Equal(("8c64g", 4, "16c64g", 2), (replacement.From.ToString(), replacement.Agents, replacement.To.ToString(), replacement.Count));
        Assert.Equal((Generate.Vector(32, 262144), Generate.Vector(32, 131072)), (replacement.TotalBefore, replacement.TotalAfter));
        Assert.Equal((MemorySize.FromMebibytes(131072), MemorySize.Zero), (replacement.StrandedBefore.Memory, replacement.StrandedAfter.Memory));
        Assert.Equal((0.25, 0), (replacement.StrandedLess, replacement.Unplaced));
    }

    [Fact]
    public void Advise_AgentsOfTheBestShapeAlready_AreLeft()
    {
        var snapshot = Snapshots.Of([Agents.Named("a", Generate.Vector(16, 65536))], Snapshots.Run("/web", "a", Generate.Vector(1, 4096), 6));

        Assert.Empty(Advise(snapshot, "16c64g").Replacements);
    }

    [Fact]
    public void Advise_NothingRuns_ReplacesNothing() => Assert.Empty(Advise(Snapshots.Of([Agents.Named("a", Generate.Vector(8, 65536))], []), "16c64g").Replacements);

    private static ShapeAdvice Advise(ClusterSnapshot snapshot, string shape) =>
        ShapeAdvisor.Advise(snapshot, [MachineShape.Parse(shape)], 1, 1, TestContext.Current.CancellationToken);
}
