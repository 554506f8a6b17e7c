using System.Diagnostics;
using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Fitting;
using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Shapes;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.Units;

namespace Capacity.Benchmarks.PackingReports;

/// <summary>How long the report, a question of what fits, and scenarios take on a generated cluster.</summary>
internal static class PackingReportBenchmark
{
    public static void Run(int agents, int containers, int seed, TextWriter output)
    {
        var snapshot = GeneratedCluster.Create(agents, containers, seed);
        output.WriteLine($"{snapshot.Agents.Count} agents, {snapshot.Containers.Count} containers, {snapshot.Marathons[0].Apps.Count} apps, seed {seed}");
        Time("warming up", () => PackingMeasures.Measure(GeneratedCluster.Create(Math.Min(agents, 100), Math.Min(containers, 2500), seed), null, CancellationToken.None), output);
        var cluster = Time("packing problem", () => ClusterProblem.Read(snapshot), output);
        Time("measures of the state", () => PackingMeasures.MeasureState(snapshot, cluster, 5, CancellationToken.None), output);
        Time("compaction", () => Compaction.Measure(cluster, 11, 0.9, CancellationToken.None), output);
        Time("efficiency", () => BinPackingEfficiency.Measure(cluster), output);
        var report = Time("whole report (bound: 5 s)", () => PackingMeasures.Measure(snapshot, null, CancellationToken.None), output);
        Write(report, output);
        Ask(snapshot, output);
        var whatIf = Time("what-if: prepare", () => new WhatIf(cluster), output);
        Time("what-if: zone loss", () => whatIf.Ask(new Scenario.ZoneLoss("zone-0"), CancellationToken.None), output);
        Time("what-if: 25 % down", () => whatIf.Ask(new Scenario.InstancesDown(0.25), CancellationToken.None), output);
        Time("what-if: grow 15 %", () => whatIf.Ask(new Scenario.Grow(0.15), CancellationToken.None), output);
        Time("what-if: add 20 agents", () => whatIf.Ask(new Scenario.Add(20, Shape(16, 64)), CancellationToken.None), output);
        Time("advice on shapes, replacements and rules", () => ShapeAdvisor.Advise(snapshot, [], 20, 1, CancellationToken.None), output);
    }

    private static void Ask(ClusterSnapshot snapshot, TextWriter output)
    {
        FitRequest[] requests =
        [
            new(Shape(4, 8)) { Instances = 20 },
            new(Shape(4, 8)) { Instances = 20, Constraints = [PlacementConstraint.Parse(["zone", "GROUP_BY"]), PlacementConstraint.Parse(["hostname", "UNIQUE"])] },
            new(Shape(60, 250)) { Instances = 3 },
        ];
        foreach (var request in requests)
        {
            new FitSearch(snapshot).Find(request);
            var answer = Time("fit, from the picture (bound: 50 ms)", () => new FitSearch(snapshot).Find(request), output);
            output.WriteLine($"    {answer.Placed} of {request.Instances} placed, room for {answer.Room}, binding: {answer.Binding}");
            if (answer.Placed == 0)
            {
                var moves = Time("the fewest moves that make room", () => FitOrRoom.Find(snapshot, request, CancellationToken.None).Room!, output);
                output.WriteLine($"    {moves.Steps.Count} moves make room on {moves.Agent}; at least {moves.LeastMoves}");
            }
        }
    }

    private static void Write(PackingReport report, TextWriter output)
    {
        var c = report.Cluster;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    allocated {c.Allocated.Cpus.Cores / c.Total.Cpus.Cores:P1} of CPU, {(double)c.Allocated.Memory.Bytes / c.Total.Memory.Bytes:P1} of memory; stranded {c.Stranded.Cpus.Cores / c.Total.Cpus.Cores:P1}, {(double)c.Stranded.Memory.Bytes / c.Total.Memory.Bytes:P1}; fragmented {c.Fragmented.Cpus.Cores / Math.Max(1, c.Free.Cpus.Cores):P1} of free CPU"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    headroom {report.Headroom.Ratio:P1} ({report.Headroom.Low:P1} to {report.Headroom.High:P1}); needs {report.Compaction?.NeededAgents} of {report.Compaction?.Agents} agents in random order ({string.Join(' ', report.Compaction!.Needed)}), {report.Efficiency?.Repacked} repacked, {report.Efficiency?.LowerBound} at least"));
        output.WriteLine($"    {report.Losses.Count} losses, {report.Losses.Count(l => l.Unplaced > 0)} leave something unplaced; {report.Risks.Count} risks");
    }

    private static T Time<T>(string what, Func<T> work, TextWriter output)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-40} {Stopwatch.GetElapsedTime(start).TotalMilliseconds,9:0.0} ms"));
        return result;
    }

    private static ResourceVector Shape(double cores, double gibibytes) => new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(gibibytes * 1024));
}
