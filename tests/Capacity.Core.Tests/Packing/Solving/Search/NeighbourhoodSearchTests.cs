using Capacity.Core.Packing.Solving;
using Capacity.Core.Packing.Solving.Search;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Solving.Search;

public sealed class NeighbourhoodSearchTests
{
    private static readonly SearchClock Clock = new(TimeProvider.System, TimeSpan.FromMinutes(1), CancellationToken.None);

    [Fact]
    public void Run_AnyProblem_NeverLeavesMoreAndKeepsRules() => Gen.Int[0, int.MaxValue].Holds(
        seed =>
        {
            var random = new Random(seed);
            var search = new SearchModel(Any(random).Model);
            var attempt = FirstFit(search);
            var before = attempt.Pool.Sum(i => search.Size[i]);

            new NeighbourhoodSearch(search, attempt, random).Run(200, Clock);

            Assert.Empty(PlacementCheck.Faults(attempt.State));
            Assert.Equal(Left(attempt.State), attempt.Pool.Order());
            Assert.True(attempt.Pool.Sum(i => search.Size[i]) <= before + 1e-9);
        },
        cases: 30);

    // Everything takes six machines of 13 to the last: 7 leaves room for 3 + 3 only, and then 5 needs 4 + 4. First fit begins with 7 + 5, and two items of 3 are left.
    [Fact]
    public void Run_WhatFirstFitLeavesOver_IsPlacedByTheOnlyPackingThereIs()
    {
        PackingItem[] items = [new("seven", [7, 7], 3), new("five", [5, 5], 3), new("four", [4, 4], 6), new("three", [3, 3], 6)];
        var search = new SearchModel(new PackingProblem(["cpus", "mem"], Machines(6, 13), items).Model);
        var attempt = FirstFit(search);
        Assert.Equal([3, 3], attempt.Pool);

        new NeighbourhoodSearch(search, attempt, new(1)).Run(5_000, Clock);

        Assert.Empty(attempt.Pool);
        var withSeven = Enumerable.Range(0, 6).Where(m => attempt.State.CountOn(0, m) > 0).ToArray();
        Assert.Equal(3, withSeven.Length);
        Assert.All(withSeven, m => Assert.Equal(2, attempt.State.CountOn(3, m)));
        Assert.All(Enumerable.Range(0, 6).Except(withSeven), m => Assert.Equal((1, 2), (attempt.State.CountOn(1, m), attempt.State.CountOn(2, m))));
    }

    private static Attempt FirstFit(SearchModel search)
    {
        var state = new PackingState(search.Model.Problem);
        int[] machines = [.. Enumerable.Range(0, search.Model.Machines)];
        new ItemPlacer(search, takesFirst: true, Clock).Place(state, machines);
        return new(state, [.. machines], [.. Left(state)]);
    }

    private static IEnumerable<int> Left(PackingState state) =>
        Enumerable.Range(0, state.Problem.Items.Count).SelectMany(i => Enumerable.Repeat(i, state.Unplaced(i)));

    private static PackingMachine[] Machines(int count, int capacity) => [.. Enumerable.Range(0, count).Select(m => new PackingMachine($"m{m}", [capacity, capacity]))];

    private static PackingProblem Any(Random random)
    {
        string[][] constraints = [["hostname", "UNIQUE"], ["hostname", "MAX_PER", "2"], ["hostname", "UNLIKE", "m0"], ["hostname", "CLUSTER"]];
        var items = Enumerable.Range(0, random.Next(6, 20)).Select(i => new PackingItem($"i{i}", [random.Next(1, 8), random.Next(1, 8)], random.Next(1, 4))
        {
            Group = random.Next(4) == 0 ? "g" : null,
            Constraints = random.Next(3) == 0 ? [PlacementConstraint.Parse(constraints[random.Next(constraints.Length)])] : [],
            IsPinned = i == 0,
        }).ToArray();
        return new(["cpus", "mem"], Machines(random.Next(3, 8), 10), items, [new("i1", "i2", 0), new("g", "i3", 1)], [new(0, 0, 1)]);
    }
}
