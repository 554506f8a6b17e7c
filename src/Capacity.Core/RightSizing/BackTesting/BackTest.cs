using Capacity.Core.RightSizing.Anchors;
using Capacity.Core.RightSizing.Sizing;

namespace Capacity.Core.RightSizing.BackTesting;

/// <summary>
/// Scores rules on a history: each learns on the days before a test and is judged by the samples of the test, exactly, not by histograms of them.
/// So rows are given twice: to a <see cref="UsageLog"/> first and to <see cref="Score(in UsageRow)"/> after.
/// </summary>
public sealed class BackTest
{
    private readonly List<Test> tests = [];
    private readonly string[] names;
    private readonly RuleTally[] tallies;
    private (string App, string Instance, Seen?[] ByTest)? last;

    /// <summary>Asks all rules for their sizes.</summary>
    /// <param name="log">The whole history.</param>
    /// <param name="plan">How it is cut.</param>
    /// <param name="own">Our rules; they come first in the results.</param>
    /// <exception cref="ArgumentException">The history is too short for a single test.</exception>
    public BackTest(UsageLog log, BackTestPlan plan, IReadOnlyList<OwnRule> own)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(own);
        names = [.. own.Select(r => r.Name), .. AnchorRules.All.Select(r => r.Name)];
        tallies = [.. names.Select(_ => new RuleTally())];
        log.Seal();
        if (log.First is not { } first || log.End is not { } end || plan.TestStarts(first, end) is not [_, ..] starts)
        {
            throw new ArgumentException("The history is too short for a test.", nameof(log));
        }

        var before = SizeTable.At(log, first, starts[0].AddDays(-plan.StepDays), own);
        foreach (var start in starts)
        {
            var sizes = SizeTable.At(log, start.AddDays(-plan.TrainDays), start, own);
            Compare(before, sizes);
            tests.Add(new(start, start.AddDays(plan.TestDays), sizes, []));
            before = sizes;
        }
    }

    /// <summary>Gets the first days of the tests.</summary>
    public IReadOnlyList<DateOnly> Starts => [.. tests.Select(t => t.Start)];

    /// <summary>Gets the number of apps that were advised in at least one test.</summary>
    public int Apps => tests.SelectMany(t => t.Sizes.Keys).Distinct().Count();

    /// <summary>Judges the sizes by a row. Rows of no test are passed over.</summary>
    public void Score(in UsageRow row)
    {
        var day = DateOnly.FromDateTime(row.At.UtcDateTime);
        for (var t = 0; t < tests.Count; t++)
        {
            var test = tests[t];
            if (day >= test.Start && day < test.End && Find(row, t) is { } seen)
            {
                for (var rule = 0; rule < tallies.Length; rule++)
                {
                    Score(row, seen.Sizes[rule], tallies[rule], ref seen.Scores[rule]);
                }
            }
        }
    }

    /// <summary>Gives the scores, ours first.</summary>
    public IReadOnlyList<RuleScore> Results() =>
        [.. names.Select((name, rule) => tallies[rule].Score(name, tests.SelectMany(t => t.Instances.Values).OfType<Seen>().Select(s => s.Scores[rule])))];

    private static void Score(in UsageRow row, Size size, RuleTally tally, ref InstanceScore score)
    {
        if (row.CpuCores is double used && size.Cores is double cores)
        {
            score.CpuSamples++;
            score.CpuOver += used > cores ? 1 : 0;
            tally.CpuUsed += used;
            tally.CpuRecommendedAll += cores;
            tally.CpuRecommended += row.CpuRequestCores is null ? 0 : cores;
            tally.CpuRequested += row.CpuRequestCores ?? 0;
        }

        if (row.MemoryBytes is double taken && size.Bytes is double bytes)
        {
            score.MemorySamples++;
            score.MemoryOver += taken > bytes ? 1 : 0;
            tally.MemoryUsed += taken;
            tally.MemoryRecommendedAll += bytes;
            tally.MemoryRecommended += row.MemoryRequestBytes is null ? 0 : bytes;
            tally.MemoryRequested += row.MemoryRequestBytes ?? 0;
        }
    }

    private Seen? Find(in UsageRow row, int test)
    {
        if (last is not { } known || known.Instance != row.Instance || known.App != row.App)
        {
            var (app, instance) = (row.App, row.Instance);
            last = known = (app, instance, [.. tests.Select(t => Look(t, app, instance))]);
        }

        return known.ByTest[test];
    }

    private static Seen? Look(Test test, string app, string instance)
    {
        if (!test.Instances.TryGetValue((app, instance), out var seen))
        {
            seen = test.Sizes.TryGetValue(app, out var sizes) ? new(sizes, new InstanceScore[sizes.Length]) : null;
            test.Instances.Add((app, instance), seen);
        }

        return seen;
    }

    private void Compare(Dictionary<string, Size[]> before, Dictionary<string, Size[]> now)
    {
        foreach (var (app, sizes) in now)
        {
            for (var rule = 0; rule < tallies.Length && before.TryGetValue(app, out var old); rule++)
            {
                Change(tallies[rule], old[rule].Cores, sizes[rule].Cores);
                Change(tallies[rule], old[rule].Bytes, sizes[rule].Bytes);
            }
        }
    }

    private static void Change(RuleTally tally, double? from, double? to)
    {
        if (from is double f and > 0 && to is double t)
        {
            tally.Changes.Add(Math.Abs(t - f) / f);
        }
    }

    private sealed record Test(DateOnly Start, DateOnly End, Dictionary<string, Size[]> Sizes, Dictionary<(string App, string Instance), Seen?> Instances);

    private sealed record Seen(Size[] Sizes, InstanceScore[] Scores);
}
