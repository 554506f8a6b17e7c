using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Policies;
using Capacity.Simulator.Workload;

namespace Capacity.Benchmarks.Planted;

/// <summary>How often advice says of an app what is really the matter with it, and whether following it would have broken one.</summary>
internal static class PlantedScore
{
    /// <summary>Nothing is exact to more than this: collections fall between peaks, and instances take no two the same share.</summary>
    private const double Reached = 0.95;

    private static readonly (string Name, Verdict[] Verdicts)[] Classes =
    [
        ("too big", [Verdict.TooBig, Verdict.TooBigAndTooMany]),
        ("too many", [Verdict.TooMany, Verdict.TooBigAndTooMany]),
        ("idle", [Verdict.Idle]),
        ("fine", [Verdict.Fine]),
        ("too small", [Verdict.TooSmall]),
    ];

    /// <summary>Nobody can tell from outside what lives in a fixed heap; jobs and apps that cannot run are no services.</summary>
    private static readonly AppKind[] NotScored = [AppKind.FixedHeap, AppKind.Batch, AppKind.Unplaceable];

    public static void Write(IReadOnlyList<PlantedApp> planted, IReadOnlyDictionary<AppKey, Recommendation> advice, RightSizingPolicy policy, TextWriter output)
    {
        var known = planted.Where(p => advice.ContainsKey(p.Key)).Select(p => Judged.Of(p, advice[p.Key], policy)).ToList();
        output.WriteLine("| planted | is really | " + string.Join(" | ", Enum.GetValues<Verdict>()) + " |");
        output.WriteLine("|---|---|" + string.Concat(Enum.GetValues<Verdict>().Select(_ => "---|")));
        foreach (var kind in known.GroupBy(k => (k.Truth.Kind, k.Really)).OrderBy(g => g.Key))
        {
            output.WriteLine($"| {kind.Key.Kind} | {kind.Key.Really} | " + string.Join(" | ", Enum.GetValues<Verdict>().Select(v => kind.Count(k => k.Advice.Verdict == v))) + " |");
        }

        var scored = known.Where(k => !NotScored.Contains(k.Truth.Kind)).ToList();
        foreach (var (name, verdicts) in Classes)
        {
            var truly = scored.Where(k => verdicts.Contains(k.Really)).ToList();
            var said = scored.Where(k => verdicts.Contains(k.Advice.Verdict)).ToList();
            var both = truly.Count(k => verdicts.Contains(k.Advice.Verdict));
            output.WriteLine($"{name}: recall {Ratio(both, truly.Count)}, precision {Ratio(both, said.Count)} ({truly.Count} are, {said.Count} said)");
        }

        WriteBroken(known, output);
        foreach (var k in scored.Where(k => k.Really != k.Advice.Verdict))
        {
            var (truth, a, plan) = (k.Truth, k.Advice, k.Plan);
            output.WriteLine($"  {truth.Key.Id} ({truth.Kind}) is {k.Really}, was said to be {a.Verdict}: has {a.App.Cpus} cores, {a.App.Memory} x {a.App.Instances}; should have {plan.Cores:0.##}, {plan.Bytes / 1048576:0} MiB x {plan.Count}; advised {a.Cpu?.Recommended:0.##}, {a.Memory?.Recommended / 1048576:0} MiB x {a.Count?.Recommended}; {string.Join(' ', a.Reasons)}");
        }
    }

    private static void WriteBroken(List<Judged> known, TextWriter output)
    {
        var shrunk = known.Where(k => k.Advice is { IsOverProvisioned: true, Cpu: not null } && k.Truth.NeededInstances > 0 && k.Truth.Kind != AppKind.FixedHeap).ToList();
        var memory = shrunk.Where(k => k.Advice.Memory!.Recommended < TruePlan.MemoryAt(k.Truth, k.Advice.Count!.Recommended) * Reached).ToList();
        var cpu = shrunk.Where(k => k.Advice.Cpu!.Recommended * k.Advice.Count!.Recommended < k.Truth.NeededCpu.Cores * k.Truth.NeededInstances * Reached).ToList();
        output.WriteLine($"advice to shrink: {shrunk.Count}; with less memory than needed: {memory.Count}; with less CPU in all than the busiest quarter of an hour needs: {cpu.Count}");
        foreach (var (truth, a, _, _) in memory.Concat(cpu))
        {
            output.WriteLine($"  {truth.Key.Id} ({truth.Kind}): {a.Cpu!.Recommended:0.##} cores, {a.Memory!.Recommended / 1048576:0} MiB x {a.Count!.Recommended}; needs {truth.NeededCpu.Cores * truth.NeededInstances:0.##} cores in all, {TruePlan.MemoryAt(truth, a.Count.Recommended) / 1048576:0} MiB with so many");
        }
    }

    private static string Ratio(int part, int whole) => whole == 0 ? "-" : $"{100.0 * part / whole:0.#} %";

    /// <summary>An app, what was advised, what it should have, and what is really the matter with it.</summary>
    private sealed record Judged(PlantedApp Truth, Recommendation Advice, TruePlan Plan, Verdict Really)
    {
        public static Judged Of(PlantedApp truth, Recommendation advice, RightSizingPolicy policy)
        {
            var plan = TruePlan.Of(truth, advice.App, policy);
            return new(truth, advice, plan, truth.Kind switch
            {
                AppKind.Idle => Verdict.Idle,
                AppKind.TooLittleCpu or AppKind.LeakingMemory => Verdict.TooSmall,
                _ => plan.VerdictOn(truth, advice.App, policy),
            });
        }
    }
}
