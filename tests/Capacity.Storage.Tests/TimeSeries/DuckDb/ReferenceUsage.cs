using Capacity.Core.TimeSeries;
using Capacity.Core.Usage;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

/// <summary>What an app used, computed in the plainest way from batches in memory: the meaning of <see cref="UsageBucket"/>, written twice.</summary>
internal sealed class ReferenceUsage(IReadOnlyList<SampleBatch> batches, SeriesRange range, TimeSpan gap)
{
    private readonly List<SampleBatch> ordered = [.. batches.OrderBy(b => b.TakenAt).DistinctBy(b => b.TakenAt)];

    public IReadOnlyList<UsageBucket> Buckets() => [.. Enumerable.Range(0, range.Count).Select(Bucket)];

    private UsageBucket Bucket(int index)
    {
        var start = range.StartOf(index);
        var end = start + range.Step > range.End ? range.End : start + range.Step;
        double Overlap(DateTimeOffset a, DateTimeOffset b) =>
            b - a > gap ? 0 : Math.Max(0, ((b < end ? b : end) - (a > start ? a : start)).TotalMicroseconds);

        var observed = Pairs(ordered).Sum(p => Overlap(p.First.TakenAt, p.Second.TakenAt));
        var containers = ordered.SelectMany(b => b.Containers.Select(c => (At: b.TakenAt, Point: c))).GroupBy(c => c.Point.ContainerId).Select(g => g.ToList()).ToList();
        var life = containers.Sum(c => Pairs(c).Sum(p => Overlap(p.First.At, p.Second.At)));
        double cpu = 0, measured = 0, periods = 0, throttled = 0;
        double? peak = null;
        foreach (var container in containers)
        {
            foreach (var (a, b) in Pairs([.. container.Where(c => c.Point.Sample?.CpuSeconds is not null)]))
            {
                var (before, after) = (a.Point.Sample!, b.Point.Sample!);
                var overlap = Overlap(a.At, b.At);
                if (overlap > 0 && after.CpuSeconds >= before.CpuSeconds && after.At > before.At)
                {
                    var cores = (after.CpuSeconds!.Value - before.CpuSeconds!.Value) / (after.At - before.At).TotalSeconds;
                    cpu += cores * overlap;
                    measured += overlap;
                    peak = Math.Max(peak ?? 0, cores);
                }
            }

            foreach (var (a, b) in Pairs([.. container.Where(c => c.Point.Sample is { CpuPeriods: not null, CpuThrottledPeriods: not null })]))
            {
                var share = Overlap(a.At, b.At) / (b.At - a.At).TotalMicroseconds;
                var (p, t) = (Grown(a.Point.Sample!, b.Point.Sample!, s => s.CpuPeriods!.Value), Grown(a.Point.Sample!, b.Point.Sample!, s => s.CpuThrottledPeriods!.Value));
                if (p >= 0 && t >= 0)
                {
                    periods += p * share;
                    throttled += t * share;
                }
            }
        }

        var here = containers.SelectMany(c => c).Where(c => c.At >= start && c.At < end).Select(c => c.Point).ToList();
        double? instances = observed > 0 ? life / observed : null;
        return new()
        {
            Start = start,
            ObservedRatio = Math.Min(1, observed / range.Step.TotalMicroseconds),
            Instances = instances,
            CpuCoverage = life > 0 ? Math.Min(1, measured / life) : null,
            MemoryCoverage = here.Count > 0 ? (double)here.Count(c => c.Sample?.MemoryWorkingSetBytes is not null) / here.Count : null,
            CpuCores = measured > 0 ? cpu / measured * instances : null,
            CpuPeakCores = peak,
            CpuRequestedCores = Mean(here.Select(c => (double?)c.Requested.Cpus.Cores)) * instances,
            CpuLimitCores = Mean(here.Select(c => c.Sample?.CpuLimitCores)) * instances,
            ThrottledRatio = periods > 0 ? throttled / periods : null,
            MemoryBytes = Mean(here.Select(c => (double?)c.Sample?.MemoryWorkingSetBytes)) * instances,
            MemoryPeakBytes = here.Max(c => c.Sample?.MemoryWorkingSetBytes),
            MemoryRequestedBytes = Mean(here.Select(c => (double?)c.Requested.Memory.Bytes)) * instances,
            MemoryLimitBytes = Mean(here.Select(c => (double?)c.Sample?.MemoryLimitBytes)) * instances,
        };
    }

    private static IEnumerable<(T First, T Second)> Pairs<T>(IReadOnlyList<T> items) => items.Zip(items.Skip(1));

    private static long Grown(ContainerSample before, ContainerSample after, Func<ContainerSample, long> counter) => counter(after) - counter(before);

    private static double? Mean(IEnumerable<double?> values) => values.Average();
}
