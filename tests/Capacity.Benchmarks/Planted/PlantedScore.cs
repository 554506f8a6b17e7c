using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Advice;
using Capacity.Simulator.Workload;

namespace Capacity.Benchmarks.Planted;

/// <summary>How often advice says of an app what is really the matter with it, and whether following it would have broken one.</summary>
internal static class PlantedScore
{
    /// <summary>The load's curve is a bound that is reached but for a few per cent.</summary>
    private const double Reached = 0.95;

    private static readonly (string Name, AppKind[] Kinds, Verdict[] Verdicts)[] Classes =
    [
        ("too big", [AppKind.TooMuchCpu, AppKind.TooMuchMemory], [Verdict.TooBig, Verdict.TooBigAndTooMany]),
        ("too many", [AppKind.TooManyInstances], [Verdict.TooMany, Verdict.TooBigAndTooMany]),
        ("idle", [AppKind.Idle], [Verdict.Idle]),
        ("fine", [AppKind.RightSized], [Verdict.Fine]),
        ("too small", [AppKind.TooLittleCpu, AppKind.LeakingMemory], [Verdict.TooSmall]),
    ];

    /// <summary>Kinds that are one of the classes; of a fixed heap and of jobs nobody can tell the need from outside.</summary>
    private static readonly AppKind[] Scored = [.. Classes.SelectMany(c => c.Kinds)];

    public static void Write(IReadOnlyList<PlantedApp> planted, IReadOnlyDictionary<AppKey, Recommendation> advice, TextWriter output)
    {
        var known = planted.Where(p => advice.ContainsKey(p.Key)).Select(p => (Truth: p, Advice: advice[p.Key])).ToList();
        output.WriteLine("| kind | " + string.Join(" | ", Enum.GetValues<Verdict>()) + " |");
        output.WriteLine("|---|" + string.Concat(Enum.GetValues<Verdict>().Select(_ => "---|")));
        foreach (var kind in known.GroupBy(k => k.Truth.Kind).OrderBy(g => g.Key))
        {
            output.WriteLine($"| {kind.Key} | " + string.Join(" | ", Enum.GetValues<Verdict>().Select(v => kind.Count(k => k.Advice.Verdict == v))) + " |");
        }

        var scored = known.Where(k => Scored.Contains(k.Truth.Kind)).ToList();
        foreach (var (name, kinds, verdicts) in Classes)
        {
            var truly = scored.Where(k => kinds.Contains(k.Truth.Kind)).ToList();
            var said = scored.Where(k => verdicts.Contains(k.Advice.Verdict)).ToList();
            var both = truly.Count(k => verdicts.Contains(k.Advice.Verdict));
            output.WriteLine($"{name}: recall {Ratio(both, truly.Count)}, precision {Ratio(both, said.Count)} ({truly.Count} planted, {said.Count} said)");
        }

        var shrunk = known.Where(k => k.Advice is { IsOverProvisioned: true, Cpu: not null } && k.Truth.NeededInstances > 0 && k.Truth.Kind != AppKind.FixedHeap).ToList();
        var memory = shrunk.Where(k => k.Advice.Memory!.Recommended < MemoryAt(k.Truth, k.Advice.Count!.Recommended) * Reached).ToList();
        var cpu = shrunk.Where(k => k.Advice.Cpu!.Recommended * k.Advice.Count!.Recommended < k.Truth.NeededCpu.Cores * k.Truth.NeededInstances * Reached).ToList();
        output.WriteLine($"advice to shrink: {shrunk.Count}; with less memory than needed: {memory.Count}; with less CPU in all than the busiest moment needs: {cpu.Count}");
        foreach (var (truth, a) in memory.Concat(cpu))
        {
            output.WriteLine($"  {truth.Key.Id} ({truth.Kind}): {a.Cpu!.Recommended:0.##} cores, {a.Memory!.Recommended / 1048576:0} MiB x {a.Count!.Recommended}; needs {truth.NeededCpu.Cores:0.##}, {truth.NeededMemory.Bytes / 1048576.0:0} MiB x {truth.NeededInstances}, {MemoryAt(truth, a.Count.Recommended) / 1048576:0} MiB of it no page cache with so many");
        }

        foreach (var (truth, a) in scored.Where(k => !Classes.First(c => c.Kinds.Contains(k.Truth.Kind)).Verdicts.Contains(k.Advice.Verdict)))
        {
            output.WriteLine($"  {truth.Key.Id} ({truth.Kind}) was said to be {a.Verdict}: has {truth.Request.Cpus} cores, {truth.Request.Memory} x {truth.Instances}; needs {truth.NeededCpu.Cores:0.##}, {truth.NeededMemory} x {truth.NeededInstances}; advised {a.Cpu?.Recommended:0.##}, {a.Memory?.Recommended / 1048576:0} MiB x {a.Count?.Recommended}; {string.Join(' ', a.Reasons)}");
        }
    }

    /// <summary>What an instance holds when there are so many, without the page cache. Only apps of too many instances have memory that goes with the load: six tenths of it stay.</summary>
    private static double MemoryAt(PlantedApp truth, int instances)
    {
        var load = truth.Kind == AppKind.TooManyInstances ? 0.6 + (0.4 * Math.Min(1, (double)truth.NeededInstances / Math.Max(1, instances))) : 1;
        return truth.NeededMemory.Bytes * load * (1 - truth.PageCacheRatio);
    }

    private static string Ratio(int part, int whole) => whole == 0 ? "-" : $"{100.0 * part / whole:0.#} %";
}
