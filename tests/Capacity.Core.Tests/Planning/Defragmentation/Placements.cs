using Capacity.Core.Packing.Solving;
using CsCheck;

namespace Capacity.Core.Tests.Planning.Defragmentation;

/// <summary>Makes small clusters with everything that restricts moves: constraints, reservations, pinned items, closed machines.</summary>
internal static class Placements
{
    private static readonly string[][] Constraints =
    [
        [], [], [], ["zone", "GROUP_BY"], ["zone", "GROUP_BY", "3"], ["hostname", "UNIQUE"], ["hostname", "MAX_PER", "2"], ["zone", "CLUSTER"], ["zone", "LIKE", "[ab]"], ["zone", "UNLIKE", "b"],
    ];

    /// <summary>Any placement that keeps to its constraints, or, every fourth time, one that was made without looking at them.</summary>
    public static Gen<PackingProblem> Any { get; } = On(Gen.Int[3, 12]);

    /// <summary>Such a placement on so many machines.</summary>
    public static Gen<PackingProblem> On(Gen<int> machines) =>
        Gen.Select(machines, Gen.Int[2, 14], Gen.Int[0, 1_000_000]).Select((m, apps, seed) => Make(m, apps, new Random(seed)));

    private static PackingProblem Make(int machines, int apps, Random random)
    {
        PackingMachine[] agents = [.. Enumerable.Range(0, machines).Select(m => Machine(m, random))];
        PackingItem[] drawn = [.. Enumerable.Range(0, apps).Select(a => Item(a, random))];

        // As in an app whose instances are of two sizes: one set of constraints for all.
        PackingItem[] items = [.. drawn.Select(i => i with { Constraints = i.Group is null ? i.Constraints : drawn.First(o => o.Group == i.Group).Constraints })];
        var state = new PackingState(new(["cpus", "mem"], agents, items));
        var isBroken = random.Next(4) == 0;
        for (var attempt = 0; attempt < machines * 30; attempt++)
        {
            var (item, machine) = (random.Next(apps), random.Next(machines));
            if (state.Unplaced(item) > 0 && (state.CanPlace(item, machine) || (isBroken && state.Fits(item, machine))))
            {
                state.Place(item, machine);
            }
        }

        return new(["cpus", "mem"], [.. agents.Select(a => a with { AcceptsNew = random.Next(8) > 0 })], items, given:
        [
            .. Enumerable.Range(0, machines).SelectMany(m => state.On(m).ToArray().Select(p => new GivenPlacement(m, p.Item, p.Count))),
        ]);
    }

    private static PackingMachine Machine(int number, Random random) => new($"m{number}", [random.Next(2, 5) * 8, random.Next(1, 5) * 16])
    {
        Attributes = new Dictionary<string, string> { ["zone"] = "abc"[random.Next(3)].ToString() },
        Reserved = random.Next(5) == 0 ? new Dictionary<string, IReadOnlyList<double>> { ["prod"] = [random.Next(4), random.Next(8)] } : new Dictionary<string, IReadOnlyList<double>>(),
    };

    private static PackingItem Item(int number, Random random) => new($"i{number}", [random.Next(1, 20) * 0.3, random.Next(1, 12)], random.Next(1, 12))
    {
        Group = random.Next(3) == 0 ? null : $"g{number / 2}",
        Constraints = Constraints[random.Next(Constraints.Length)] is { Length: > 0 } words ? [PlacementConstraint.Parse(words)] : [],
        IsPinned = random.Next(8) == 0,
        Role = random.Next(4) == 0 ? "prod" : null,
    };
}
