using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Clusters;

public sealed class ClusterProblemTests
{
    private static readonly ResourceVector Size = Generate.Vector(8, 32768);
    private static readonly ResourceVector Small = Generate.Vector(1, 1024);

    [Fact]
    public void Read_EqualContainers_AreOneKindWhereverTheyRun()
    {
        var cluster = ClusterProblem.Read(Snapshots.Of(
            [Agents.Named("a", Size), Agents.Named("b", Size)],
            [.. Snapshots.Run("/web", "a", Small, 2), .. Snapshots.Run("/web", "b", Small), .. Snapshots.Run("/web", "b", Generate.Vector(2, 1024))],
            Snapshots.App("/web", Small, 4, ["hostname", "MAX_PER", "2"])));

        Assert.Equal([(Small, 3), (Generate.Vector(2, 1024), 1)], cluster.Items.Zip(cluster.Problem.Items, (i, p) => (i.Request, p.Count)));
        Assert.All(cluster.Problem.Items, i => Assert.Equal("hostname MAX_PER 2", Assert.Single(i.Constraints).ToString()));
        Assert.Single(cluster.Problem.Items.Select(i => i.Group).Distinct());
        Assert.Equal(6, new PackingState(cluster.Problem, keepGiven: true).Free(0, ClusterResources.Cpus));
    }

    [Fact]
    public void Read_AllocatedBeyondTheContainers_IsPinnedAndHasNoApp()
    {
        var cluster = ClusterProblem.Read(Snapshots.Of([Agents.Named("a", Size, Generate.Vector(5, 4096))], Snapshots.Run("/web", "a", Small)));

        var other = Assert.Single(cluster.Items, i => i.App is null);
        Assert.Equal(Generate.Vector(4, 3072), other.Request);
        Assert.True(cluster.Problem.Items[1].IsPinned);
    }

    [Fact]
    public void Read_MoreRunsThanThereIs_IsFullAndSaysSo()
    {
        var cluster = ClusterProblem.Read(Snapshots.Of([Agents.Named("a", Size)], Snapshots.Run("/web", "a", Small, 9)));

        Assert.Equal(0, new PackingState(cluster.Problem, keepGiven: true).Free(0, ClusterResources.Cpus));
        Assert.Equal(ClusterProblemNoteKind.Overcommitted, Assert.Single(cluster.Notes).Kind);
    }

    [Theory]
    [InlineData(AgentState.Draining, true, false)]
    [InlineData(AgentState.InMaintenance, true, false)]
    [InlineData(AgentState.Active, true, true)]
    [InlineData(AgentState.Unreachable, false, false)]
    [InlineData(AgentState.DownForMaintenance, false, false)]
    public void Read_AgentState_SaysWhetherItIsThereAndTakesMore(AgentState state, bool there, bool takes)
    {
        var cluster = ClusterProblem.Read(Snapshots.Of([Agents.Named("a", Size, state: state)], Snapshots.Run("/web", "a", Small)));

        Assert.Equal(there, cluster.Agents.Count == 1);
        Assert.Equal(takes, cluster.Problem.Machines.Any(m => m.AcceptsNew));
    }

    [Fact]
    public void Read_SizeUnknown_IsLeftOutAndSaysSo() =>
        Assert.Equal(ClusterProblemNoteKind.SizeUnknown, Assert.Single(ClusterProblem.Read(Snapshots.Of([Agents.Named("a")], [])).Notes).Kind);

    [Fact]
    public void Read_ConstraintOfNobody_IsLeftOutAndSaysSo()
    {
        var cluster = ClusterProblem.Read(Snapshots.Of([Agents.Named("a", Size)], Snapshots.Run("/web", "a", Small), Snapshots.App("/web", Small, 1, ["zone", "NEAR", "a"])));

        Assert.Contains("NEAR", Assert.Single(cluster.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PersistentVolumes_ArePinnedUnlessTheLabelSaysOtherwise()
    {
        var resident = Snapshots.App("/db", Small, 1) with { IsResident = true };
        var labelled = Snapshots.App("/cache", Small, 1) with { IsResident = true, Labels = new Dictionary<string, string> { ["stateful"] = "false" } };

        var cluster = ClusterProblem.Read(Snapshots.Of([Agents.Named("a", Size)], [.. Snapshots.Run("/db", "a", Small), .. Snapshots.Run("/cache", "a", Small)], resident, labelled));

        Assert.Equal(["/db"], cluster.Items.Where(i => i.IsStateful).Select(i => i.App!.Value.Id));
        Assert.Equal(cluster.Items.Select(i => i.IsStateful), cluster.Problem.Items.Select(i => i.IsPinned));
    }

    [Fact]
    public void Read_TwoAgentsOnAHost_ShareItsNameInConstraints()
    {
        var cluster = ClusterProblem.Read(Snapshots.Of(
            [Agents.Named("a", Size), Agents.Named("a", Size) with { Name = new("a", 5052) }],
            Snapshots.Run("/web", "a", Small),
            Snapshots.App("/web", Small, 2, ["hostname", "UNIQUE"])));

        Assert.False(new PackingState(cluster.Problem, keepGiven: true).CanPlace(0, 1));
    }

    [Theory]
    [InlineData(3, 5, 1)]
    [InlineData(0, 2, 4)]
    public void Read_RoleWithReservation_TakesOfItWhatTheMasterSays(double fromReservation, double freeForEverybody, double freeReserved)
    {
        var agent = Agents.Named("a", Size, Generate.Vector(3, 3072), AgentState.Active, new Reservation("prod", Generate.Vector(4, 16384), Generate.Vector(fromReservation, 1024 * fromReservation)));
        agent = agent with { Resources = agent.Resources! with { Unreserved = Generate.Vector(5, 16384), UnreservedAllocated = Generate.Vector(3 - fromReservation, 1024 * (3 - fromReservation)) } };

        var cluster = ClusterProblem.Read(Snapshots.Of([agent], Snapshots.Run("/db", "a", Small, 3, "prod/search")));

        var state = new PackingState(cluster.Problem, keepGiven: true);
        Assert.Equal(freeForEverybody, state.Free(0, ClusterResources.Cpus));
        Assert.Equal(freeReserved, 4 - cluster.Problem.Items.Where(i => i.Role == "prod").Sum(i => i.Demand[0] * i.Count));
        Assert.Empty(cluster.Notes);
    }

    [Fact]
    public void Read_AnyCluster_HasTheMastersTotalsAndFree() => Clusters.Holds(snapshot =>
    {
        var cluster = ClusterProblem.Read(snapshot);
        var state = new PackingState(cluster.Problem, keepGiven: true);
        for (var m = 0; m < cluster.Agents.Count; m++)
        {
            var resources = cluster.Agents[m].Resources!;
            Assert.Equal(ClusterResources.ToAmounts(resources.Total), cluster.Problem.Machines[m].Capacity);
            Assert.Equal(resources.Free.Cpus.Cores, state.Free(m, ClusterResources.Cpus), 1e-9);
            Assert.Equal(resources.Free.Memory.Bytes, state.Free(m, ClusterResources.Memory), 1.0);
        }
    });

    private static Gen<ClusterSnapshot> Clusters { get; } =
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 1000].Array[0, 20]).Select((agents, sizes) => Snapshots.Of(
            Enumerable.Range(0, agents).Select(i => Agents.Named($"a{i}", Generate.Vector(64, 1 << 17))),
            sizes.SelectMany((s, i) => Snapshots.Run($"/app{s % 3}", $"a{s % agents}", Generate.Vector(s * 0.003, s), 1 + (i % 2)))));
}
