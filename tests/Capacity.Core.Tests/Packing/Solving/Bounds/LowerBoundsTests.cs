using Capacity.Core.Packing.Solving;
using Capacity.Core.Packing.Solving.Bounds;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Solving.Bounds;

public sealed class LowerBoundsTests
{
    private static readonly string[] Zones = ["a", "b", "c"];

    [Theory]
    [InlineData(3, "60 60 60")]
    [InlineData(2, "60 40 60 40")]
    [InlineData(3, "34 34 34 34 34")]
    [InlineData(1, "100")]
    [InlineData(0, "")]
    public void Machines_KnownSizes_BoundIsTight(int expected, string sizes)
    {
        var items = sizes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((s, i) => new PackingItem($"i{i}", [double.Parse(s, null)]));

        Assert.Equal(expected, LowerBounds.Machines(new(["cpus"], Machines(9, 100), [.. items])));
    }

    [Fact]
    public void Machines_SmallAndLargeMachines_SmallOnesHoldFewerLargeItems()
    {
        // Three on the machine of 20, and one on each of 11, of which volume alone says 4.
        var problem = new PackingProblem(["cpus"], [.. Machines(1, 20), .. Machines(8, 11).Select(m => m with { Id = $"s{m.Id}" })], [new("i", [6], 9)]);

        Assert.Equal(7, LowerBounds.Machines(problem));
    }

    [Fact]
    public void Machines_ConflictsInATriangle_NeedThree()
    {
        var problem = new PackingProblem(["cpus"], Machines(9, 100), [new("a", [1], 5), new("b", [1], 5), new("c", [1], 5)], [new("a", "b", 0), new("b", "c", 0), new("c", "a", 0)]);

        Assert.Equal(3, LowerBounds.Machines(problem));
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(2, 3)]
    public void Machines_ItemsApartFromTheirLike_AreCounted(int most, int expected)
    {
        var problem = new PackingProblem(["cpus"], Machines(9, 100), [new("a", [1], 7)], [new("a", "a", most)]);

        Assert.Equal(expected, LowerBounds.Machines(problem));
    }

    [Fact]
    public void Machines_TwoUniqueGroupsInConflict_AddUp()
    {
        var unique = PlacementConstraint.Parse(["hostname", "UNIQUE"]);
        var problem = new PackingProblem(
            ["cpus"], Machines(12, 100), [new("a", [1], 4) { Constraints = [unique] }, new("b", [1], 5) { Constraints = [unique] }], [new("a", "b", 0)]);

        Assert.Equal(9, LowerBounds.Machines(problem));
    }

    [Fact]
    public void Machines_ItemsOfZones_NeedEachZonesMachines()
    {
        // 1.2 machines in zone a and 1.2 in zone b: two of each, though three would hold all.
        var problem = new PackingProblem(["cpus"], InZones(9, 10), [InZone("x", "a", 4), InZone("y", "b", 4), new("z", [1])]);

        Assert.Equal(4, LowerBounds.Machines(problem));

        static PackingItem InZone(string id, string zone, int count) => new(id, [3], count) { Constraints = [PlacementConstraint.Parse(["zone", "IS", zone])] };
    }

    [Fact]
    public void Machines_TwoLimitsOfOneGroup_CountItsItemsOnce()
    {
        string[][] limits = [["hostname", "MAX_PER", "2"], ["hostname", "MAX_PER", "3"]];
        var problem = new PackingProblem(["cpus"], Machines(9, 100), [new("a", [1], 6) { Constraints = [.. limits.Select(l => PlacementConstraint.Parse(l))] }]);

        Assert.Equal(3, LowerBounds.Machines(problem));
    }

    [Fact]
    public void Machines_GivenBreaksUnique_BoundIsThatOfSizes()
    {
        var unique = PlacementConstraint.Parse(["hostname", "UNIQUE"]);
        var problem = new PackingProblem(["cpus"], Machines(9, 100), [new("a", [1], 3) { Constraints = [unique] }], given: [new(0, 0, 3)]);

        Assert.Equal(1, LowerBounds.Machines(problem));
    }

    [Fact]
    public void Machines_SmallProblems_NeverAboveTheOptimum() => Gen.Int[0, int.MaxValue].Holds(
        seed =>
        {
            var problem = Small(new(seed));

            if (Optimum(problem) is { } optimum)
            {
                Assert.InRange(LowerBounds.Machines(problem), 1, optimum);
            }
        },
        cases: 300);

    private static PackingMachine[] Machines(int count, params double[] capacity) => [.. Enumerable.Range(0, count).Select(m => new PackingMachine($"m{m}", capacity))];

    private static PackingMachine[] InZones(int count, params double[] capacity) =>
        [.. Machines(count, capacity).Select((m, i) => m with { Attributes = new Dictionary<string, string> { ["zone"] = Zones[i % Zones.Length] } })];

    private static PackingProblem Small(Random random)
    {
        string[][] constraints = [["hostname", "UNIQUE"], ["zone", "UNIQUE"], ["hostname", "MAX_PER", "2"], ["zone", "MAX_PER", "1"], ["zone", "IS", "a"], ["zone", "UNLIKE", "b"], ["zone", "GROUP_BY"]];
        var machines = InZones(random.Next(2, 5), 10, 10).Select(m => m with
        {
            Capacity = [random.Next(6, 13), random.Next(6, 13)],
            Reserved = random.Next(4) == 0 ? new Dictionary<string, IReadOnlyList<double>> { ["r"] = [random.Next(4), random.Next(4)] } : new Dictionary<string, IReadOnlyList<double>>(),
        }).ToArray();
        var items = Enumerable.Range(0, random.Next(2, 5)).Select(i => new PackingItem($"i{i}", [random.Next(0, 9), random.Next(0, 9)], random.Next(1, 3))
        {
            Group = random.Next(3) == 0 ? "g" : null,
            Role = random.Next(3) == 0 ? "r" : null,
            Machines = random.Next(6) == 0 ? new HashSet<string> { $"m{random.Next(machines.Length)}", $"m{random.Next(machines.Length)}" } : null,
            Constraints = random.Next(2) == 0 ? [PlacementConstraint.Parse(constraints[random.Next(constraints.Length)])] : [],
        }).ToArray();
        ItemConflict[] conflicts = [new("i0", "i1", random.Next(2)), new("i1", "i1", random.Next(2)), new("g", "i2", 0)];
        return new(["cpus", "mem"], machines, items, random.Next(2) == 0 ? conflicts : []);
    }

    // Every placement is looked at: the items in turn, each on every machine.
    private static int? Optimum(PackingProblem problem)
    {
        var items = Enumerable.Range(0, problem.Items.Count).SelectMany(i => Enumerable.Repeat(i, problem.Items[i].Count)).ToArray();
        var state = new PackingState(problem);
        int? best = null;
        Place(0, 0);
        return best;

        void Place(int next, int from)
        {
            if (state.MachinesUsed >= (best ?? int.MaxValue))
            {
                return;
            }

            if (next == items.Length)
            {
                best = PlacementCheck.Faults(state).Count == 0 ? state.MachinesUsed : best;
                return;
            }

            for (var machine = from; machine < problem.Machines.Count; machine++)
            {
                if (state.Fits(items[next], machine))
                {
                    state.Place(items[next], machine);

                    // Equal items in the order of their machines.
                    Place(next + 1, next + 1 < items.Length && items[next + 1] == items[next] ? machine : 0);
                    state.Remove(items[next], machine);
                }
            }
        }
    }
}
