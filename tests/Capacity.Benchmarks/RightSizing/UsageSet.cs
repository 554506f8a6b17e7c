using Capacity.Core.RightSizing.BackTesting;

namespace Capacity.Benchmarks.RightSizing;

/// <summary>A usage history to judge rules by.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="Plan">How it is cut.</param>
/// <param name="Rows">Reads it from its beginning.</param>
internal sealed record UsageSet(string Name, BackTestPlan Plan, Func<IEnumerable<UsageRow>> Rows)
{
    private const int Days = 28;
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>Lists the made-up data centres and the public data sets at hand.</summary>
    public static IEnumerable<UsageSet> All(int machines, int seed) =>
        [
            .. TrafficShape.All.Select(shape => new UsageSet($"{shape.Name}, {machines} machines, {Days} days, seed {seed}", BackTestPlan.Default, () => MadeUp(shape, machines, seed))),
            .. DataSets.At(Environment.GetEnvironmentVariable("CAPACITY_DATASETS")),
        ];

    /// <summary>Judges rules by it.</summary>
    public (IReadOnlyList<RuleScore> Scores, int Tests) Judge(IReadOnlyList<OwnRule> own)
    {
        var log = new UsageLog(Interval);
        foreach (var row in Rows())
        {
            log.Add(row);
        }

        var test = new BackTest(log, Plan, own);
        foreach (var row in Rows())
        {
            test.Score(row);
        }

        return (test.Results(), test.Starts.Count);
    }

    private static IEnumerable<UsageRow> MadeUp(TrafficShape shape, int machines, int seed)
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
