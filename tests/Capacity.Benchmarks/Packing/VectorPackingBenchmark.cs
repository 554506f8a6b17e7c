using Capacity.Core.Packing.Solving;

namespace Capacity.Benchmarks.Packing;

/// <summary>Machines used above the proven optimum, on published sets: one rule, first fit decreasing, and the search; one instance after the other, on one thread.</summary>
internal static class VectorPackingBenchmark
{
    /// <summary>Runs it on <c>packing/vectorpack</c> in the folder that <c>CAPACITY_DATASETS</c> names.</summary>
    public static void Run(double seconds, int every, TextWriter output) =>
        Run(Path.Combine(Environment.GetEnvironmentVariable("CAPACITY_DATASETS") ?? string.Empty, "packing", "vectorpack"), seconds, every, output);

    public static void Run(string folder, double seconds, int every, TextWriter output)
    {
        if (!Directory.Exists(Path.Combine(folder, "data")))
        {
            output.WriteLine("Left out: there is no folder with the sets. Name it, or the folder that has packing/vectorpack in CAPACITY_DATASETS.");
            return;
        }

        output.WriteLine("| set / class | instances | FFD | dot product | search | optimal | worse than FFD | lower bound | time |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var set in VectorPackingSets.Names)
        {
            var results = VectorPackingSets.Read(folder, set, every).Where(i => i.Optimum is not null).Select(i => Solve(i, seconds)).ToArray();
            Write(set, results, output);
            foreach (var part in results.GroupBy(r => r.Class).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                Write($"{set} {part.Key}", [.. part], output);
            }
        }
    }

    private static Result Solve(VectorInstance instance, double seconds)
    {
        var best = By(null);
        return new(instance.Class, instance.Optimum!.Value, By(PackingRule.FirstFitDecreasing).MachinesUsed, By(PackingRule.DotProduct).MachinesUsed, best.MachinesUsed, best.LowerBound, best.Elapsed.TotalSeconds);

        PackingSolution By(PackingRule? rule) => PackingSolver.Solve(
            instance.Problem, new() { Budget = TimeSpan.FromSeconds(seconds), Threads = 1, Rule = rule }, null, new CpuTime(), CancellationToken.None);
    }

    private static void Write(string name, Result[] results, TextWriter output)
    {
        var optimum = results.Sum(r => (double)r.Optimum);
        output.WriteLine(FormattableString.Invariant(
            $"| {name} | {results.Length} | {Above(r => r.Ffd)} | {Above(r => r.Dot)} | {Above(r => r.Search)} | {results.Count(r => r.Search == r.Optimum)} | {results.Count(r => r.Search > r.Ffd)} | {Above(r => r.Bound)} | {results.Average(r => r.Seconds):0.00} s |"));

        string Above(Func<Result, int> machines) => FormattableString.Invariant($"{((results.Sum(machines) / optimum) - 1) * 100:0.00} %");
    }

    private sealed record Result(string Class, int Optimum, int Ffd, int Dot, int Search, int Bound, double Seconds);
}
