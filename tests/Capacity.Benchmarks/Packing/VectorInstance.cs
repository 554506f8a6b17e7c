using System.Globalization;
using Capacity.Core.Packing.Solving;

namespace Capacity.Benchmarks.Packing;

/// <summary>One published instance of vector bin packing: equal machines, as few as possible.</summary>
/// <param name="Set">New, Panigrahy or Triplet.</param>
/// <param name="Class">Its class within the set.</param>
/// <param name="Name">Its file's name without the ending.</param>
/// <param name="Problem">The problem, with as many machines as there are items.</param>
/// <param name="Optimum">The proven optimum; <see langword="null"/> where none is known.</param>
internal sealed record VectorInstance(string Set, string Class, string Name, PackingProblem Problem, int? Optimum)
{
    /// <summary>Reads the format of VPSolver: the number of resources, capacities, the number of lines, then demands and a count in each line.</summary>
    public static PackingProblem Read(string text)
    {
        var numbers = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var resources = (int)numbers[0];
        var capacity = numbers[1..(resources + 1)];
        var lines = numbers[(resources + 2)..].Chunk(resources + 1).Take((int)numbers[resources + 1]).ToArray();
        var items = lines.Select((l, i) => new PackingItem($"i{i}", l[..resources], (int)l[resources])).ToArray();
        return new(
            [.. Enumerable.Range(0, resources).Select(r => $"r{r}")],
            [.. Enumerable.Range(0, items.Sum(i => i.Count)).Select(m => new PackingMachine($"m{m}", capacity))],
            items);
    }
}
