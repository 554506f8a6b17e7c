using Capacity.Core.Packing.Solving;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Solving;

public sealed class PackingSolverTests
{
    [Fact]
    public void Solve_PerfectPairs_NeedsHalfAsManyMachines()
    {
        var random = new Random(3);
        var halves = Enumerable.Range(0, 20).Select(_ => (Cpu: random.Next(1, 100), Memory: random.Next(1, 100))).ToArray();
        PackingItem[] items =
        [
            .. halves.Select((h, i) => new PackingItem($"a{i}", [h.Cpu, h.Memory])),
            .. halves.Select((h, i) => new PackingItem($"b{i}", [100 - h.Cpu, 100 - h.Memory])),
        ];

        var solution = Solve(new(["cpus", "mem"], Machines(40, 100, 100), items), 20_000);

        Assert.Empty(solution.Unplaced);
        Assert.Equal(20, solution.LowerBound);
        Assert.Equal(20, solution.MachinesUsed);
        Assert.Equal(0, solution.GapRatio);
    }

    [Fact]
    public void Solve_SameSeedAndSteps_IsTheSame()
    {
        var problem = Any(new(5));

        var (first, second) = (Solve(problem, 4_000), Solve(problem, 4_000));

        Assert.Equal(Placement(first.State), Placement(second.State));
    }

    [Fact]
    public void Solve_Fit_KeepsWhatIsPlaced()
    {
        var problem = new PackingProblem(["cpus"], Machines(2, 4), [new("a", [1], 4), new("b", [4])], given: [new(0, 0, 1), new(1, 0, 1)]);

        var kept = Solve(problem, 2_000, PackingObjective.Fit);
        var moved = PackingSolver.Solve(problem, Options(4_000, PackingObjective.Fit) with { MovesGiven = true }, null, TimeProvider.System, CancellationToken.None);

        Assert.Equal(1, Assert.Single(kept.Unplaced).Item);
        Assert.Equal((new PlacementObstacle(ObstacleKind.Resource, "cpus"), 2), kept.Unplaced[0].Obstacles[0]);
        Assert.Empty(moved.Unplaced);
    }

    [Fact]
    public void Solve_Pinned_StaysWhereItIs()
    {
        var problem = new PackingProblem(["cpus"], Machines(3, 4), [new("a", [1]) { IsPinned = true }, new("b", [1]) { IsPinned = true }, new("c", [1])], given: [new(1, 0, 1), new(2, 1, 1)]);

        var solution = Solve(problem, 2_000);

        Assert.Equal(2, solution.MachinesUsed);
        Assert.Equal(1, solution.State.CountOn(0, 1));
        Assert.Equal(1, solution.State.CountOn(1, 2));
    }

    [Fact]
    public void Solve_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => PackingSolver.Solve(Any(new(1)), new(), null, TimeProvider.System, source.Token));
    }

    [Fact]
    public void Solve_AnyProblem_IsCheckedAndNoWorseThanItsFirstRule() => Gen.Int[0, int.MaxValue].Holds(
        seed =>
        {
            var random = new Random(seed);
            var problem = Any(random);

            var search = Solve(problem, 1_000);
            var rule = PackingSolver.Solve(problem, Options(1_000) with { Rule = PackingRule.FirstFitDecreasing }, null, TimeProvider.System, CancellationToken.None);

            Assert.Empty(PlacementCheck.Faults(search.State));
            Assert.True(search.Placed > rule.Placed || (search.Placed == rule.Placed && search.MachinesUsed <= rule.MachinesUsed));
            Assert.True(search.Unplaced.Count > 0 || search.MachinesUsed >= search.LowerBound);
        },
        cases: 40);

    [Fact]
    public void Faults_BrokenPlacements_AreAllFound()
    {
        var unique = PlacementConstraint.Parse(["hostname", "UNIQUE"]);
        var even = PlacementConstraint.Parse(["hostname", "GROUP_BY"]);
        var problem = new PackingProblem(
            ["cpus"],
            [new("m", [4]), new("n", [4]), new("closed", [4]) { AcceptsNew = false }],
            [new("u", [1], 2) { Constraints = [unique] }, new("e", [1], 2) { Constraints = [even] }, new("x", [1]), new("y", [1])],
            [new("x", "y", 0)]);

        Assert.Contains("UNIQUE", Fault((0, 0), (0, 0)), StringComparison.Ordinal);
        Assert.Contains("GROUP_BY", Fault((1, 1), (1, 1)), StringComparison.Ordinal);
        Assert.Contains("'y' are beside 'x'", Fault((2, 0), (3, 0)), StringComparison.Ordinal);
        Assert.Contains("may not come", Fault((2, 2)), StringComparison.Ordinal);
        Assert.Contains("than there are", Fault((2, 0), (2, 1)), StringComparison.Ordinal);
        Assert.Contains("has 4 cpus, and 5", Fault((0, 0), (1, 0), (1, 0), (2, 0), (0, 0)), StringComparison.Ordinal);

        string Fault(params (int Item, int Machine)[] places)
        {
            var state = new PackingState(problem);
            foreach (var (item, machine) in places)
            {
                state.Place(item, machine);
            }

            return string.Join('\n', PlacementCheck.Faults(state));
        }
    }

    private static PackingSolution Solve(PackingProblem problem, long steps, PackingObjective objective = PackingObjective.Machines) =>
        PackingSolver.Solve(problem, Options(steps, objective), null, TimeProvider.System, CancellationToken.None);

    // The steps end it, not the clock.
    private static PackingOptions Options(long steps, PackingObjective objective = PackingObjective.Machines) =>
        new() { Objective = objective, Iterations = steps, Budget = TimeSpan.FromMinutes(1) };

    private static PackingMachine[] Machines(int count, params double[] capacity) => [.. Enumerable.Range(0, count).Select(m => new PackingMachine($"m{m}", capacity))];

    private static string Placement(PackingState state) => string.Join(' ', Enumerable.Range(0, state.Problem.Machines.Count).Select(m =>
        string.Join(',', Enumerable.Range(0, state.Problem.Items.Count).Select(i => state.CountOn(i, m)))));

    private static PackingProblem Any(Random random)
    {
        string[][] constraints = [["zone", "GROUP_BY"], ["hostname", "UNIQUE"], ["zone", "MAX_PER", "2"], ["zone", "CLUSTER"], ["zone", "UNLIKE", "z0"], ["zone", "LIKE", "z[01]"], ["zone", "IS", "z2"]];
        var machines = Enumerable.Range(0, random.Next(3, 12)).Select(m => new PackingMachine($"m{m}", [random.Next(4, 20), random.Next(4, 20)])
        {
            Attributes = new Dictionary<string, string> { ["zone"] = $"z{m % 3}" },
            AcceptsNew = random.Next(8) > 0,
        });
        var items = Enumerable.Range(0, random.Next(3, 15)).Select(i => new PackingItem($"i{i}", [random.Next(0, 8), random.Next(0, 8)], random.Next(1, 5))
        {
            Group = random.Next(4) == 0 ? "g" : null,
            Constraints = random.Next(3) == 0 ? [PlacementConstraint.Parse(constraints[random.Next(constraints.Length)])] : [],
        });
        return new(["cpus", "mem"], [.. machines], [.. items], [new("i0", "i1", 0), new("g", "i2", 1), new("i2", "i2", 1)]);
    }
}
