using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Benchmarks.RightSizing;

/// <summary>Sets our rule beside those of others, on made-up data centres and on the data sets at hand.</summary>
internal static class RightSizingBenchmark
{
    private const int Days = 28;
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public static void Run(int machines, int seed, TextWriter output)
    {
        foreach (var shape in TrafficShape.All)
        {
            Table($"{shape.Name}, {machines} machines, 28 days, seed {seed}", () => Rows(shape, machines, seed), BackTestPlan.Default, output);
        }

        foreach (var (name, plan, rows) in DataSets.At(Environment.GetEnvironmentVariable("CAPACITY_DATASETS")))
        {
            Table(name, rows, plan, output);
        }
    }

    private static void Table(string title, Func<IEnumerable<UsageRow>> rows, BackTestPlan plan, TextWriter output)
    {
        var log = new UsageLog(Interval);
        foreach (var row in rows())
        {
            log.Add(row);
        }

        var test = new BackTest(log, plan, [OwnRule.Standard, .. OwnRule.Frontier]);
        foreach (var row in rows())
        {
            test.Score(row);
        }

        output.WriteLine();
        output.WriteLine($"{title}, {test.Starts.Count} tests");
        output.WriteLine();
        output.WriteLine("| rule | CPU rec/req | CPU exceed | > 1 % | > 5 % | mem rec/req | mem breach | change |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var r in test.Results())
        {
            output.WriteLine(FormattableString.Invariant(
                $"| {r.Name} | {r.CpuRecommendedRatio:0.000} | {r.CpuExceedRate:0.00 %} | {r.CpuInstancesOver1PercentRatio:0.0 %} | {r.CpuInstancesOver5PercentRatio:0.0 %} | {r.MemRecommendedRatio:0.000} | {r.MemBreachInstanceRatio:0.0 %} | {r.Stability:0.000} |"));
        }
    }

    private static IEnumerable<UsageRow> Rows(TrafficShape shape, int machines, int seed)
    {
        for (var m = 0; m < machines; m++)
        {
            var machine = new VirtualMachine((seed * 1_000_003) + m, shape);
            var name = $"vm{m}";
            for (var day = 0; day < Days; day++)
            {
                var at = Start.AddDays(day);
                foreach (var (cores, bytes) in machine.Day(day))
                {
                    yield return new(at, name, name, cores, bytes, machine.Cores, machine.Bytes);
                    at += Interval;
                }
            }
        }
    }
}
