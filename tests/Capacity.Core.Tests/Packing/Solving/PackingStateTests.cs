using Capacity.Core.Packing.Solving;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Solving;

public sealed class PackingStateTests
{
    [Fact]
    public void CanPlace_TenTenths_FillOne()
    {
        var state = new PackingState(new(["cpus"], [new("m", [1])], [new("a", [0.1], 11)]));

        for (var i = 0; i < 10; i++)
        {
            Assert.True(state.CanPlace(0, 0));
            state.Place(0, 0);
        }

        Assert.Equal(new PlacementObstacle(ObstacleKind.Resource, "cpus"), state.WhyNot(0, 0));
        Assert.Equal(0, state.Free(0, 0));
    }

    [Fact]
    public void CanPlace_ThreeThirds_FillOne()
    {
        var state = new PackingState(new(["cpus"], [new("m", [1])], [new("a", [1 / 3.0], 4)]));

        for (var i = 0; i < 3; i++)
        {
            Assert.True(state.CanPlace(0, 0));
            state.Place(0, 0);
        }

        Assert.False(state.CanPlace(0, 0));
    }

    [Theory]
    [InlineData("zone,UNIQUE", "abc")]
    [InlineData("zone,CLUSTER", "aaaaaa")]
    [InlineData("zone,CLUSTER,b", "bbbbbb")]
    [InlineData("zone,MAX_PER,2", "aabbcc")]
    [InlineData("zone,GROUP_BY", "abcabca")]
    [InlineData("zone,GROUP_BY,4", "abc")]
    [InlineData("zone,LIKE,[ab]", "aaaaaab")]
    [InlineData("zone,LIKE,a|bc", "aaaaaa")]
    [InlineData("zone,UNLIKE,[ab]", "ccccccd")]
    [InlineData("zone,IS,c", "cccccc")]
    [InlineData("hostname,UNIQUE", "aabbccd")]
    [InlineData("hostname,LIKE,c.", "cccccc")]
    public void CanPlace_Constraint_AllowsWhatMarathonDoes(string constraint, string zones)
    {
        var machines = Enumerable.Range(0, 6).Select(m => "abc"[m / 2].ToString()).Select((z, m) => Machine($"{z}{m % 2}", z)).Append(new("none", [3]));
        var state = new PackingState(new(["cpus"], [.. machines], [new("x", [1], 7) { Constraints = [PlacementConstraint.Parse(constraint.Split(','))] }]));

        var used = new string([.. Fill(state).Order()]);

        Assert.Equal(new string([.. zones.Order()]), used);

        static PackingMachine Machine(string id, string zone) => new(id, [3]) { Attributes = new Dictionary<string, string> { ["zone"] = zone } };

        static IEnumerable<char> Fill(PackingState state)
        {
            while (state.Unplaced(0) > 0 && Enumerable.Range(0, 7).Cast<int?>().FirstOrDefault(m => state.CanPlace(0, m!.Value)) is { } machine)
            {
                state.Place(0, machine);
                yield return state.Problem.Machines[machine].Attributes.TryGetValue("zone", out var zone) ? zone[0] : 'd';
            }
        }
    }

    [Fact]
    public void CanPlace_GroupOfTwoKinds_CountsTogether()
    {
        var unique = PlacementConstraint.Parse(["hostname", "UNIQUE"]);
        var state = new PackingState(new(["cpus"], [new("m", [9])], [new("a", [1]) { Group = "g", Constraints = [unique] }, new("b", [1]) { Group = "g", Constraints = [unique] }]));

        state.Place(0, 0);

        Assert.Equal(new PlacementObstacle(ObstacleKind.Constraint, "hostname UNIQUE"), state.WhyNot(1, 0));
    }

    [Fact]
    public void CanPlace_Conflicts_LimitTheOtherAndTheirLike()
    {
        var state = new PackingState(new(["cpus"], [new("m", [9])], [new("a", [1], 3), new("b", [1], 3)], [new("a", "b", 1), new("a", "a", 1)]));

        state.Place(1, 0);
        state.Place(1, 0);
        Assert.Equal(new PlacementObstacle(ObstacleKind.Conflict, "a, b, 1"), state.WhyNot(0, 0));
        state.Remove(1, 0);
        state.Place(0, 0);
        Assert.Equal(new PlacementObstacle(ObstacleKind.Conflict, "a, b, 1"), state.WhyNot(1, 0));
        state.Place(0, 0);
        Assert.Equal(new PlacementObstacle(ObstacleKind.Conflict, "a, a, 1"), state.WhyNot(0, 0));
    }

    [Fact]
    public void CanPlace_Reservation_IsTakenFirstAndByItsRoleOnly()
    {
        var machine = new PackingMachine("m", [1]) { Reserved = new Dictionary<string, IReadOnlyList<double>> { ["prod"] = [2] } };
        var state = new PackingState(new(["cpus"], [machine], [new("p", [1.5], 2) { Role = "prod" }, new("o", [1], 2)]));

        state.Place(0, 0);
        Assert.Equal(1, state.Free(0, 0));
        state.Place(0, 0);
        Assert.Equal(0, state.Free(0, 0));
        Assert.False(state.CanPlace(1, 0));
        state.Remove(0, 0);
        Assert.True(state.CanPlace(1, 0));
    }

    [Fact]
    public void Given_Pinned_NeverMoves()
    {
        var state = new PackingState(new(["cpus"], [new("m", [9]) { AcceptsNew = false }], [new("a", [1], 3) { IsPinned = true }], given: [new(0, 0, 2)]));

        Assert.Equal(new PlacedItems(0, 2, 2), state.On(0)[0]);
        Assert.Equal(new PlacementObstacle(ObstacleKind.MachineClosed, "m"), state.WhyNot(0, 0));
        Assert.Throws<InvalidOperationException>(() => state.Remove(0, 0));
    }

    [Fact]
    public void Given_MoreThanTheMachineHas_IsRefused() => Assert.Throws<ArgumentException>(
        () => new PackingState(new(["cpus"], [new("m", [1])], [new("a", [1], 3)], given: [new(0, 0, 2)])));

    [Fact]
    public void PlaceAndRemove_InAnyOrder_CountAsFromScratch() => Gen.Int[0, int.MaxValue].Holds(
        seed =>
        {
            var random = new Random(seed);
            var state = new PackingState(Any(random));
            var problem = state.Problem;
            for (var step = 0; step < 60; step++)
            {
                var (item, machine) = (random.Next(problem.Items.Count), random.Next(problem.Machines.Count));
                if (random.Next(3) == 0 && state.CountOn(item, machine) > 0)
                {
                    state.Remove(item, machine);
                }
                else if (state.Unplaced(item) > 0 && state.CanPlace(item, machine))
                {
                    state.Place(item, machine);
                }
            }

            var given = new List<GivenPlacement>();
            for (var m = 0; m < problem.Machines.Count; m++)
            {
                foreach (var placed in state.On(m))
                {
                    given.Add(new(m, placed.Item, placed.Count));
                }
            }

            var fresh = new PackingState(new(problem.Resources, problem.Machines, problem.Items, problem.Conflicts, given));
            Assert.Equal(fresh.MachinesUsed, state.MachinesUsed);
            for (var i = 0; i < problem.Items.Count; i++)
            {
                Assert.Equal(fresh.Placed(i), state.Placed(i));
                Assert.All(Enumerable.Range(0, problem.Machines.Count), m => Assert.Equal(fresh.WhyNot(i, m), state.WhyNot(i, m)));
            }
        },
        cases: 200);

    private static PackingProblem Any(Random random) => new(
        ["cpus", "mem"],
        [.. Enumerable.Range(0, 5).Select(m => new PackingMachine($"m{m}", [random.Next(1, 9), random.Next(1, 9)])
        {
            Attributes = new Dictionary<string, string> { ["zone"] = $"z{m % 3}" },
            Reserved = m == 0 ? new Dictionary<string, IReadOnlyList<double>> { ["r"] = [2, 1] } : new Dictionary<string, IReadOnlyList<double>>(),
        })],
        [.. Enumerable.Range(0, 6).Select(i => new PackingItem($"i{i}", [random.Next(4), random.Next(4)], random.Next(1, 6))
        {
            Group = i < 2 ? "g" : null,
            Role = i % 2 == 0 ? "r" : null,
            Constraints = i < 4 ? [PlacementConstraint.Parse(i % 2 == 0 ? ["zone", "GROUP_BY"] : ["hostname", "MAX_PER", "2"])] : [],
        })],
        [new("i4", "g", 1), new("i5", "i5", 1)]);
}
