using Capacity.Core.Packing.Solving;

namespace Capacity.Benchmarks.Packing;

/// <summary>Problems that are known to be solvable: machines of any shape are filled first, and then the items are shuffled.</summary>
/// <remarks>
/// The classes of Gabay and Zaourar, "Vector bin packing with heterogeneous bins" (2013), in our words: capacities are drawn from 10 to 1000
/// in each resource; each item takes a part of what remains in each, until the machine is full to a share on the mean of what it has.
/// </remarks>
internal static class PlantedPacking
{
    public static PackingProblem Create(PlantedClass kind, int machines, int items, int resources, double fill, int seed)
    {
        var random = new Random(seed);

        // With a mean part p of what remains for each item, so many items fill a machine: (1 - p)^n = 1 - fill.
        var part = Math.Min(1, 2 * (1 - Math.Pow(1 - fill, (double)machines / items)));
        var shapes = new List<double[]>();
        var planted = new List<(double[] Demand, int Machine)>();
        for (var m = 0; m < machines; m++)
        {
            var capacity = Shape(kind, resources, random);
            var left = (double[])capacity.Clone();
            while (left.Zip(capacity).Where(p => p.Second > 0).Average(p => 1 - (p.First / p.Second)) < fill)
            {
                var demand = kind == PlantedClass.Similar
                    ? left.Zip(capacity, (l, c) => Math.Min(l, c * fill * machines / items * (0.8 - (0.2 * Math.Log(1 - random.NextDouble()))))).ToArray()
                    : left.Select(l => random.NextDouble() * part * l).ToArray();
                left = [.. left.Zip(demand, (l, d) => l - d)];
                planted.Add((demand, m));
            }

            shapes.Add(capacity);
        }

        var shuffled = planted.ToArray();
        random.Shuffle(shuffled);
        return new(
            [.. Enumerable.Range(0, resources).Select(r => $"r{r}")],
            [.. shapes.Select((c, m) => new PackingMachine($"m{m}", c))],
            [.. shuffled.Select((p, i) => new PackingItem($"i{i}", p.Demand))],
            kind == PlantedClass.Conflicts ? Conflicts(shuffled, random) : null);
    }

    private static double[] Shape(PlantedClass kind, int resources, Random random)
    {
        var common = Any(random);
        var shape = Enumerable.Range(0, resources).Select(_ => kind == PlantedClass.Correlated ? common * (0.9 + (0.2 * random.NextDouble())) : Any(random)).ToArray();
        if (kind == PlantedClass.Rare && random.NextDouble() < 0.75)
        {
            shape[^1] = 0;
        }

        return shape;
    }

    private static double Any(Random random) => (random.NextDouble() * 990) + 10;

    private static List<ItemConflict> Conflicts((double[] Demand, int Machine)[] items, Random random)
    {
        var conflicts = new List<ItemConflict>();
        while (conflicts.Count < items.Length)
        {
            var (a, b) = (random.Next(items.Length), random.Next(items.Length));
            if (items[a].Machine != items[b].Machine)
            {
                conflicts.Add(new($"i{a}", $"i{b}", 0));
            }
        }

        return conflicts;
    }
}
