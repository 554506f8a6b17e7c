using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.Savings;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Planning.Savings;

public sealed class FreedMachinesTests
{
    private static readonly ResourceVector Size = Generate.Vector(8, 32768);
    private static readonly ResourceVector One = Generate.Vector(4, 1024);

    /// <summary>Three agents, each with two instances that leave no CPU.</summary>
    private static readonly ClusterSnapshot Full = Snapshots.Of(
        [Agents.Named("a", Size), Agents.Named("b", Size), Agents.Named("c", Size)],
        [.. Snapshots.Run("/web", "a", One, 2), .. Snapshots.Run("/web", "b", One, 2), .. Snapshots.Run("/web", "c", One, 2)]);

    [Theory]
    [InlineData(2, 6, 1)]
    [InlineData(1, 6, 2)]
    [InlineData(4, 2, 2)]
    [InlineData(3, 6, 0)]
    [InlineData(4, 6, 0)]
    public void By_SmallerOrFewer_IsWhatRePackingFrees(double cores, int instances, int freed) =>
        Assert.Equal(freed, new FreedMachines(ClusterProblem.Read(Full)).By(Advice(cores, instances)));

    [Fact]
    public void By_ClusterThatIsHalfEmpty_CountsNothingThatRePackingAloneFrees()
    {
        var spread = Snapshots.Of(
            [Agents.Named("a", Size), Agents.Named("b", Size)],
            [.. Snapshots.Run("/web", "a", One), .. Snapshots.Run("/web", "b", One)]);

        Assert.Equal(0, new FreedMachines(ClusterProblem.Read(spread)).By(Advice(2, 2)));
    }

    [Fact]
    public void MachinesIn_AnyAmount_IsOfTheScarcerResource() => Assert.Equal(2, new FreedMachines(ClusterProblem.Read(Full)).MachinesIn(Generate.Vector(4, 65536)));

    private static Dictionary<AppKey, AdvisedShape> Advice(double cores, int instances) => new()
    {
        [ClusterProblem.Read(Full).Items.First(i => i.App is not null).App!.Value] = new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(1024), instances),
    };
}
