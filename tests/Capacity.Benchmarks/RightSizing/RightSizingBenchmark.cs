using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Benchmarks.RightSizing;

/// <summary>Sets our rule beside those of others, on made-up data centres and on the data sets at hand.</summary>
internal static class RightSizingBenchmark
{
    public static void Run(int machines, int seed, TextWriter output)
    {
        foreach (var set in UsageSet.All(machines, seed))
        {
            var (scores, tests) = set.Judge([OwnRule.Standard, .. OwnRule.Frontier]);
            output.WriteLine();
            output.WriteLine($"{set.Name}, {tests} tests");
            output.WriteLine();
            output.WriteLine("| rule | CPU rec/req | CPU exceed | > 1 % | > 5 % | mem rec/req | mem breach | change |");
            output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var r in scores)
            {
                output.WriteLine(FormattableString.Invariant(
                    $"| {r.Name} | {r.CpuRecommendedRatio:0.000} | {r.CpuExceedRate:0.00 %} | {r.CpuInstancesOver1PercentRatio:0.0 %} | {r.CpuInstancesOver5PercentRatio:0.0 %} | {r.MemRecommendedRatio:0.000} | {r.MemBreachInstanceRatio:0.0 %} | {r.Stability:0.000} |"));
            }
        }
    }
}
