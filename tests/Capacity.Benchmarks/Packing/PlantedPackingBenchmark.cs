using Capacity.Core.Packing.Solving;

namespace Capacity.Benchmarks.Packing;

/// <summary>How soon everything of a problem that is known to be solvable is placed.</summary>
internal static class PlantedPackingBenchmark
{
    public static void Run(PlantedClass kind, int machines, int items, int resources, double fill, int seed, TextWriter output)
    {
        var problem = PlantedPacking.Create(kind, machines, items, resources, fill, seed);
        var options = new PackingOptions { Objective = PackingObjective.Fit };
        var first = new List<PackingProgress>();
        var solution = PackingSolver.Solve(problem, options, new Listener(first.Add), TimeProvider.System, CancellationToken.None);
        var greedy = first[0];
        output.WriteLine(FormattableString.Invariant(
            $"{kind}: {machines} machines, {problem.Items.Count} items, {resources} resources, fill {fill}, seed {seed}: greedy left {greedy.Unplaced} after {greedy.Elapsed.TotalSeconds:0.00} s; at the end {solution.Unplaced.Sum(u => u.Count)} after {solution.Elapsed.TotalSeconds:0.00} s"));
    }

    private sealed class Listener(Action<PackingProgress> take) : IProgress<PackingProgress>
    {
        public void Report(PackingProgress value) => take(value);
    }
}
