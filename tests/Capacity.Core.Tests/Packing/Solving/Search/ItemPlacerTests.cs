using Capacity.Core.Packing.Solving;
using Capacity.Core.Packing.Solving.Search;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.Packing.Solving.Search;

public sealed class ItemPlacerTests
{
    private static readonly SearchClock Clock = new(TimeProvider.System, TimeSpan.FromMinutes(1), CancellationToken.None);

    private static readonly string[][] Constraints =
    [
        ["hostname", "UNIQUE"], ["zone", "GROUP_BY"], ["zone", "GROUP_BY", "3"], ["zone", "MAX_PER", "3"], ["zone", "LIKE", "z[01]"], ["hostname", "LIKE", "m1"], ["zone", "CLUSTER"],
    ];

    [Fact]
    public void Place_FirstThatTakesIt_IsWhatALookAtAllMachinesInTurnFinds() => Gen.Int[0, int.MaxValue].Holds(
        seed =>
        {
            var problem = Any(new(seed));
            var search = new SearchModel(problem.Model);
            int[] machines = [.. Enumerable.Range(0, problem.Machines.Count).OrderByDescending(search.SizeOf)];
            var (state, expected) = (new PackingState(problem), new PackingState(problem));

            new ItemPlacer(search, takesFirst: true, Clock).Place(state, machines);
            foreach (var item in Enumerable.Range(0, problem.Items.Count).OrderByDescending(i => search.Size[i]).ThenBy(i => i))
            {
                while (expected.Unplaced(item) > 0 && Array.FindIndex(machines, m => expected.CanPlace(item, m)) is var first and >= 0)
                {
                    expected.Place(item, machines[first]);
                }
            }

            for (var m = 0; m < machines.Length; m++)
            {
                Assert.Equal(expected.On(m).ToArray().OrderBy(p => p.Item), state.On(m).ToArray().OrderBy(p => p.Item));
            }
        },
        cases: 100);

    private static PackingProblem Any(Random random)
    {
        PackingMachine[] machines =
        [
            .. Enumerable.Range(0, random.Next(1, 40)).Select(m => new PackingMachine($"m{m}", [random.Next(0, 12), random.Next(0, 12), random.Next(2) * 5])
            {
                Attributes = m % 7 == 6 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["zone"] = $"z{m % 4}" },
                Reserved = m % 5 == 4 ? new Dictionary<string, IReadOnlyList<double>> { ["db"] = [3, 4, 1] } : new Dictionary<string, IReadOnlyList<double>>(),
                AcceptsNew = random.Next(8) > 0,
            }),
        ];
        PackingItem[] items =
        [
            .. Enumerable.Range(0, random.Next(1, 40)).Select(i => new PackingItem($"i{i}", [random.Next(0, 6), random.Next(0, 6), random.Next(6) / 5], random.Next(1, 6))
            {
                Group = random.Next(4) == 0 ? "g" : null,
                Constraints = random.Next(2) == 0 ? [PlacementConstraint.Parse(Constraints[random.Next(Constraints.Length)])] : [],
                Role = random.Next(4) == 0 ? "db" : null,
                Machines = random.Next(6) == 0 ? new HashSet<string> { "m0", "m3", "nowhere" } : null,
            }),
        ];
        return new(["cpus", "mem", "gpus"], machines, items, [new("i1", "i2", 0), new("g", "i3", 1)]);
    }
}
