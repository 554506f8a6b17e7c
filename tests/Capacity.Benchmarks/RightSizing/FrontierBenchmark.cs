using Capacity.Core.RightSizing.BackTesting;
using Capacity.Core.RightSizing.Risk;

namespace Capacity.Benchmarks.RightSizing;

/// <summary>
/// Turns our dial to where a rule of others stands: the smallest total of all settings that are above the recommendation no more often than it is. One setting of
/// the dial is our standard; the others say whether the curve that it draws runs below that rule's point.
/// </summary>
internal static class FrontierBenchmark
{
    private const int Own = 85;

    /// <summary>From a 16,384th of the standard to 128 times it, each 2^0.25 times the one before.</summary>
    private static readonly double[] Dials = [.. Enumerable.Range(0, Own).Select(i => Math.Pow(2, (i * 0.25) - 14))];

    public static void Run(int machines, int seed, TextWriter output)
    {
        foreach (var set in UsageSet.All(machines, seed))
        {
            var (scores, tests) = set.Judge([.. Dials.Select(d => new OwnRule(FormattableString.Invariant($"x{d:0.####}"), RiskTargets.Default.Times(d)))]);
            output.WriteLine();
            output.WriteLine($"{set.Name}, {tests} tests");
            output.WriteLine();
            output.WriteLine("| rule | CPU rec/req, exceed | ours there | dial | less | mem rec/req, breach | ours there | dial | less |");
            output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
            foreach (var anchor in scores.Skip(Own))
            {
                output.WriteLine($"| {anchor.Name} | {Beside(scores, anchor, s => s.CpuRecommendedRatio, s => s.CpuExceedRate, "0.00 %")} | {Beside(scores, anchor, s => s.MemRecommendedRatio, s => s.MemBreachInstanceRatio, "0.0 %")} |");
            }
        }
    }

    private static string Beside(IReadOnlyList<RuleScore> scores, RuleScore anchor, Func<RuleScore, double?> size, Func<RuleScore, double?> risk, string format)
    {
        if (size(anchor) is not double total || risk(anchor) is not double rate)
        {
            return " | | | ";
        }

        var at = FormattableString.Invariant($"{total:0.000}, ") + Percent(rate);
        return scores.Take(Own).Where(s => risk(s) <= rate).MinBy(size) is { } best
            ? FormattableString.Invariant($"{at} | {size(best):0.000}, {Percent(risk(best)!.Value)} | {best.Name} | {1 - (size(best)!.Value / total):0 %}")
            : $"{at} | none as careful | | ";

        string Percent(double ratio) => (ratio).ToString(format, System.Globalization.CultureInfo.InvariantCulture);
    }
}
