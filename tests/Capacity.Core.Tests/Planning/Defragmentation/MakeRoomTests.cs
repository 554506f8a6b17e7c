using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation;
using Capacity.Testing;
using Capacity.Testing.Packing;

namespace Capacity.Core.Tests.Planning.Defragmentation;

public sealed class MakeRoomTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Find_FitsAlready_TakesNoMoves() =>
        Assert.Equal((0, 0, true), Facts(new(["cpus"], [new("a", [4])], [new("new", [4])])));

    [Fact]
    public void Find_OneMoveDoes_IsProvenToBeTheFewest() =>
        Assert.Equal((0, 1, true), Facts(new(["cpus"], [new("a", [4]), new("b", [3])], [new("new", [4]), new("x", [1])], given: [new(0, 1, 1)])));

    [Fact]
    public void Find_TwoMovesOfWhichNoneDoes_IsProvenToBeTheFewest() =>
        Assert.Equal((0, 2, true), Facts(new(["cpus"], [new("a", [4]), new("b", [3])], [new("new", [4]), new("x", [1], 2)], given: [new(0, 1, 2)])));

    [Fact]
    public void Find_PinnedInTheWay_SaysThatNothingHelps()
    {
        var plan = Find(new(["cpus"], [new("a", [4]), new("b", [3])], [new("new", [4]), new("x", [1]) { IsPinned = true }], given: [new(0, 1, 1)]));

        Assert.Equal((null, null, 0), (plan.Machine, plan.LeastMoves, plan.Moves.Count));
    }

    [Fact]
    public void Find_AnyPlacement_MakesRoomStepByStep() => Placements.Any.Holds(placement =>
    {
        var problem = new PackingProblem(placement.Resources, placement.Machines, [new("new", [8, 8]), .. placement.Items], given: [.. placement.Given.Select(g => g with { Item = g.Item + 1 })]);

        var plan = Find(problem);

        var replay = new PlanReplay(problem);
        Assert.Null(replay.FaultIn(plan.Moves.Select(m => new PlannedMove(m, 1, 0))));
        if (plan.Machine is { } machine)
        {
            Assert.True(plan.Moves.Count >= plan.LeastMoves);
            var after = new PackingProblem(problem.Resources, problem.Machines, problem.Items, given: [.. replay.Running.SelectMany((l, m) => l.GroupBy(i => i.Item).Select(g => new GivenPlacement(m, g.Key, g.Count())))]);
            Assert.True(new PackingState(after).CanPlace(0, machine));
        }
    });

    [Fact]
    public void Find_AnyPlacement_BoundIsNoMoreThanTryingEverything() => Placements.Any.Holds(placement =>
    {
        var problem = new PackingProblem(placement.Resources, placement.Machines, [new("new", [8, 8]), .. placement.Items], given: [.. placement.Given.Select(g => g with { Item = g.Item + 1 })]);
        var plan = Find(problem);
        var one = OneMove(problem);

        Assert.Equal(one, plan.Machine is not null && plan.Moves.Count <= 1);
        Assert.True(!one || plan.LeastMoves <= 1);
    });

    // Every item from every machine to every other, the slow way.
    private static bool OneMove(PackingProblem problem)
    {
        var state = new PackingState(problem);
        var machines = Enumerable.Range(0, problem.Machines.Count).ToList();
        if (machines.Exists(m => state.CanPlace(0, m)))
        {
            return true;
        }

        var moves =
            from @from in machines
            from placed in state.On(@from).ToArray()
            where placed.Movable > 0
            from to in machines
            where state.CanPlace(placed.Item, to)
            select new PlannedMove(new(placed.Item, @from, to), 1, 0);
        return moves.Any(m => new PlanReplay(problem).FaultIn([m]) is null && FitsAfter(problem, m.Move));
    }

    private static bool FitsAfter(PackingProblem problem, Move move)
    {
        var state = new PackingState(problem);
        state.Place(move.Item, move.To);
        state.Remove(move.Item, move.From);
        return state.CanPlace(0, move.From);
    }

    private static (int? Machine, int Moves, bool IsFewest) Facts(PackingProblem problem) => Find(problem) is var plan ? (plan.Machine, plan.Moves.Count, plan.IsFewest) : default;

    private static RoomPlan Find(PackingProblem problem) => MakeRoom.Find(problem, 0, new(MostRatio: 1), 20, Cancellation);
}
