using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation;
using Capacity.Testing;
using Capacity.Testing.Packing;
using CsCheck;

namespace Capacity.Core.Tests.Planning.Defragmentation;

public sealed class DefragmentationPlannerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DefragmentationGoal.Fragmentation)]
    [InlineData(DefragmentationGoal.FreeAgents)]
    [InlineData(DefragmentationGoal.LargestFit)]
    [InlineData(DefragmentationGoal.Stranding)]
    [InlineData(DefragmentationGoal.Risk)]
    public void Plan_AnyPlacement_IsPossibleStepByStepAndNeverWorse(DefragmentationGoal goal) => Placements.Any.Holds(problem =>
    {
        var plan = Plan(problem, goal, 20);

        Assert.Null(new PlanReplay(problem).FaultIn(plan.Moves));
        Assert.InRange(plan.Moves.Count, 0, 20);
        var sign = goal is DefragmentationGoal.FreeAgents or DefragmentationGoal.LargestFit ? 1 : -1;
        Assert.True(sign * plan.After >= (sign * plan.Before) - 1e-9, $"{plan.Before} became {plan.After}");
    });

    [Fact]
    public void Plan_MovesOfAWave_FitInAnyOrder() => Gen.Select(Placements.Any, Gen.Int[0, 1000]).Holds(drawn =>
    {
        var (problem, seed) = drawn;
        var plan = Plan(problem, DefragmentationGoal.Fragmentation, 20);
        var random = new Random(seed);
        var all = plan.Moves.GroupBy(m => m.Wave).OrderBy(w => w.Key).SelectMany(w => w.OrderBy(_ => random.Next()));

        // GROUP_BY looks at one order only; that room is there and hosts are unique is true of all.
        var without = new PackingProblem(problem.Resources, problem.Machines, [.. problem.Items.Select(i => i with { Constraints = [.. i.Constraints.Where(c => c.Operator != ConstraintOperator.GroupBy)] })], given: problem.Given);
        Assert.Null(new PlanReplay(without).FaultIn(all));
    });

    [Fact]
    public void Plan_Disruption_IsKept() => Placements.Any.Holds(problem =>
    {
        var plan = Plan(problem, DefragmentationGoal.Fragmentation, 20, new(MostPerPlan: 2, MostRatio: 1, MostAtATime: 1));

        var groups = plan.Moves.GroupBy(m => problem.Items[m.Move.Item].Group ?? problem.Items[m.Move.Item].Id).ToList();
        Assert.All(groups, g => Assert.True(g.Count() <= 2));
        Assert.All(groups.SelectMany(g => g.GroupBy(m => m.Wave)), w => Assert.Single(w));
    });

    [Fact]
    public void Plan_SameSeed_IsTheSamePlan() => Placements.Any.Holds(
        problem => Assert.Equal(Plan(problem, DefragmentationGoal.Stranding, 10).Moves, Plan(problem, DefragmentationGoal.Stranding, 10).Moves), 20);

    [Fact]
    public void Plan_MoreMoves_AchieveNoLess() => Placements.Any.Holds(problem =>
        Assert.True(Plan(problem, DefragmentationGoal.Fragmentation, 20).After <= Plan(problem, DefragmentationGoal.Fragmentation, 1).After + 1e-9), 50);

    [Fact]
    public void Plan_OneMoveMakesAPlace_IsThatMove()
    {
        var problem = new PackingProblem(
            ["cpus"],
            [new("a", [20]), new("b", [20])],
            [new("small", [4]), new("large", [15])],
            given: [new(0, 0, 1), new(1, 1, 1)]);

        var plan = DefragmentationPlanner.Plan(problem, new() { Shape = [20], MaxMoves = 5 }, TimeProvider.System, null, Cancellation);

        Assert.Equal([new Move(0, 0, 1)], plan.Moves.Select(m => m.Move));
        Assert.Equal((1.0, 1 - (20 / 21.0)), (plan.Before, plan.After));
    }

    [Fact]
    public void Plan_FullMachinesThatOnlyASwapHelps_GoesThroughASpare()
    {
        var problem = new PackingProblem(
            ["cpus", "mem"],
            [new("a", [10, 10]), new("b", [10, 10]), new("spare", [6, 6])],
            [new("cpu", [5, 1], 2), new("mem", [1, 5], 2), new("fill", [4, 4], 2) { IsPinned = true }],
            given: [new(0, 0, 1), new(1, 1, 1), new(0, 2, 1), new(1, 2, 1), new(2, 0, 1)]);

        var plan = DefragmentationPlanner.Plan(problem, new() { Goal = DefragmentationGoal.Stranding, Shape = [1, 1], MaxMoves = 5, Disruption = new(MostRatio: 1) }, TimeProvider.System, null, Cancellation);

        Assert.True(plan.After < plan.Before);
        Assert.Null(new PlanReplay(problem).FaultIn(plan.Moves));
    }

    [Fact]
    public void Plan_MirrorsOnOneHost_ArePartedUnlessPinned()
    {
        var problem = new PackingProblem(
            ["cpus"],
            [new("a", [4]), new("b", [4]), new("c", [4])],
            [new("mirror", [1], 2), new("pinned", [1], 2) { IsPinned = true }],
            given: [new(0, 0, 2), new(1, 1, 2)]);

        var plan = DefragmentationPlanner.Plan(problem, new() { Goal = DefragmentationGoal.Risk, Shape = [1], MaxMoves = 5 }, TimeProvider.System, null, Cancellation);

        Assert.Equal((2.0, 1.0), (plan.Before, plan.After));
        Assert.Equal(0, Assert.Single(plan.Moves).Move.From);
    }

    [Fact]
    public void Plan_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(
        () => DefragmentationPlanner.Plan(FragmentedCluster.Create(1, 20, 200, 0.5), new() { Shape = [16, 0] }, TimeProvider.System, null, new CancellationToken(true)));

    [Fact]
    public void Plan_FragmentedCluster_CutsFragmentationByHalf()
    {
        var problem = FragmentedCluster.Create(3, 100, 2500, 0.55);

        var plan = Plan(problem, DefragmentationGoal.Fragmentation, 60);

        Assert.Equal(FragmentedCluster.FragmentRate(problem), plan.Before, 1e-6);
        Assert.True(plan.After <= 0.55 * plan.Before, $"{plan.Before} became {plan.After} with {plan.Moves.Count} moves");
        Assert.Null(new PlanReplay(problem).FaultIn(plan.Moves));
    }

    private static DefragmentationPlan Plan(PackingProblem problem, DefragmentationGoal goal, int moves, DisruptionBudget? disruption = null) => DefragmentationPlanner.Plan(
        problem,
        new() { Goal = goal, MaxMoves = moves, Rounds = 5, Shape = goal == DefragmentationGoal.Fragmentation ? [16, 0] : [1, 1.5], Disruption = disruption ?? new(MostRatio: 1), Budget = TimeSpan.FromMinutes(1) },
        TimeProvider.System,
        null,
        Cancellation);
}
