using Capacity.Core.Cluster;
using Capacity.Core.Planning.Defragmentation;
using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Core.Tests.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Tests.Planning.Defragmentation.Clusters;

public sealed class ClusterPlannerTests
{
    private static readonly ResourceVector Size = Generate.Vector(20, 65536);
    private static readonly ResourceVector Each = Generate.Vector(4, 1024);

    [Fact]
    public void Plan_OneContainerInTheWay_NamesItsTaskAndItsAgents()
    {
        var plan = Plan(Snapshots.App("/web", Each, 2));

        var step = Assert.Single(plan.Steps);
        Assert.Equal((1, 1, "/web", "/web.a.*.1073741824.0", "a", "b"), (step.Number, step.Wave, step.App.Id, step.Task, step.From.Hostname, step.To.Hostname));
        Assert.Equal((1, 1 - (16.5 / 32)), (plan.Before, plan.After));
        Assert.Empty(plan.Staying);
        Assert.Contains(new PlanEffect(DefragmentationGoal.FreeAgents, 0, 1), plan.Effects);
    }

    [Fact]
    public void Plan_AppThatNobodyMayDouble_StaysAndSaysWhy()
    {
        foreach (var (app, reason) in new[]
        {
            (Snapshots.App("/web", Each, 2) with { MaximumOverCapacityRatio = 0 }, StayReason.NoOverCapacity),
            (Snapshots.App("/web", Each, 2) with { Deploying = true }, StayReason.Deploying),
            (Snapshots.App("/web", Each, 2) with { IsResident = true }, StayReason.Stateful),
            (Snapshots.App("/other", Each, 2), StayReason.NoMarathon),
        })
        {
            var plan = Plan(app);

            Assert.Empty(plan.Steps);
            Assert.Equal([new StayingContainers(reason, 2)], plan.Staying);
        }
    }

    [Fact]
    public void Plan_QuorumOfTheLabel_IsSpreadOverZones()
    {
        var app = Snapshots.App("/web", Each, 3) with { Labels = new Dictionary<string, string> { ["quorum"] = "2" } };
        var snapshot = Snapshots.Of(
            [Agents.Named("a", Size).In("x"), Agents.Named("b", Size).In("x"), Agents.Named("c", Size).In("y"), Agents.Named("d", Size).In("z")],
            [.. Snapshots.Run("/web", "a", Each, 2), .. Snapshots.Run("/web", "c", Each)],
            app);

        var plan = ClusterPlanner.Plan(snapshot, new() { Goal = DefragmentationGoal.Risk, MaxMoves = 5 }, TimeProvider.System, null, TestContext.Current.CancellationToken);

        // Host and zone; the racks have one name.
        Assert.Equal((2.0, 0.0), (plan.Before, plan.After));
        Assert.Equal(["d"], plan.Steps.Select(s => s.To.Hostname));
    }

    [Theory]
    [InlineData("largest", "50", null, null, "--goal: 'largest' is none of fragmentation")]
    [InlineData("risk", "-1", null, null, "--max-moves: '-1' is no whole number")]
    [InlineData("risk", null, "0", null, "--cpus: '0' is no number of cores")]
    [InlineData("risk", null, null, "64 apples", "--mem: '64 apples' is no size")]
    public void Parse_Fault_SaysWhatToWrite(string goal, string? moves, string? cpus, string? memory, string expected) => Assert.StartsWith(
        expected, Assert.Throws<FormatException>(() => GoalText.Parse(n => $"--{n}", goal, moves, cpus, memory, null, null)).Message, StringComparison.Ordinal);

    // A piece of 20 cores fits on either agent only when the other's container is gone.
    private static ClusterPlan Plan(MarathonApp app)
    {
        var snapshot = Snapshots.Of([Agents.Named("a", Size), Agents.Named("b", Size)], [.. Snapshots.Run("/web", "a", Each), .. Snapshots.Run("/web", "b", Each)], app);
        return ClusterPlanner.Plan(snapshot, GoalText.Parse(n => n, null, "5", "16.5", null, null, null), TimeProvider.System, null, TestContext.Current.CancellationToken);
    }
}
