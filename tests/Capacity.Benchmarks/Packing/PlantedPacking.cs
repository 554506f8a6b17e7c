using Capacity.Core.Packing.Solving;

namespace Capacity.Benchmarks.Packing;

/// <summary>Problems that are known to be solvable: machines of any shape are filled first, and then the items are shuffled.</summary>
/// <remarks>
/// The uniform class of Gabay and Zaourar, "Vector bin packing with heterogeneous bins" (2013), in our words: capacities are drawn from 10 to 1000
/// in each resource; each item takes a part of what remains in each, until the machine is full to a share on the mean.
/// </remarks>
internal static class PlantedPacking
{
    public static PackingProblem Create(int machines, int items, int resources, double fill, int seed)
    {
        var random = new Random(seed);

        // With a mean part p of what remains for each item, so many items fill a machine: (1 - p)^n = 1 - fill.
        var part = 2 * (1 - Math.Pow(1 - fill, (double)machines / items));
        var shapes = new List<double[]>();
        var demands = new List<double[]>();
        for (var m = 0; m < machines; m++)
        {
            var capacity = Enumerable.Range(0, resources).Select(_ => random.NextDouble() * 990 + 10).ToArray();
            var left = (double[])capacity.Clone();
            while (left.Zip(capacity, (l, c) => 1 - (l / c)).Average() < fill)
            {
                var demand = left.Select(l => random.NextDouble() * Math.Min(1, part) * l).ToArray();
                left = [.. left.Zip(demand, (l, d) => l - d)];
                demands.Add(demand);
            }

            shapes.Add(capacity);
        }

        var shuffled = demands.ToArray();
        random.Shuffle(shuffled);
        return new(
            [.. Enumerable.Range(0, resources).Select(r => $"r{r}")],
            [.. shapes.Select((c, m) => new PackingMachine($"m{m}", c))],
            [.. shuffled.Select((d, i) => new PackingItem($"i{i}", d))]);
    }
}
