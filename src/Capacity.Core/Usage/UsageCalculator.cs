namespace Capacity.Core.Usage;

/// <summary>Turns counters into usage. A reset or a gap gives no value rather than a wrong one.</summary>
public static class UsageCalculator
{
    /// <summary>More than any host has: a counter that grew faster is no counter.</summary>
    private const double MostCores = 1e5;

    /// <summary>Computes what one container used over its samples.</summary>
    /// <param name="samples">Samples of one container id, in any order; equal times count once.</param>
    /// <returns>The usage, or <see langword="null"/> for no samples.</returns>
    public static ContainerUsage? Over(IEnumerable<ContainerSample> samples)
    {
        var ordered = samples.DistinctBy(s => s.At).OrderBy(s => s.At).ToArray();
        if (ordered.Length == 0)
        {
            return null;
        }

        return new(
            ordered[0].At,
            ordered[^1].At,
            Cores(ordered),
            HighestStep(ordered),
            Ratio(ordered, s => s.CpuThrottledPeriods, s => s.CpuPeriods),
            Ratio(ordered, s => s.CpuThrottledSeconds, Seconds),
            Array.FindLast(ordered, s => s.MemoryWorkingSetBytes is not null)?.MemoryWorkingSetBytes,
            ordered.Max(s => s.MemoryWorkingSetBytes),
            Array.FindLast(ordered, s => s.DiskUsedBytes is not null)?.DiskUsedBytes);
    }

    private static double? Seconds(ContainerSample sample) => sample.At.UtcTicks / (double)TimeSpan.TicksPerSecond;

    private static double? HighestStep(ContainerSample[] ordered)
    {
        var known = Array.FindAll(ordered, s => s.CpuSeconds is not null);
        return known.Zip(known.Skip(1), (a, b) => Cores([a, b])).Max();
    }

    private static double? Cores(ReadOnlySpan<ContainerSample> ordered) => Ratio(ordered, s => s.CpuSeconds, Seconds) is <= MostCores and var cores ? cores : null;

    /// <summary>Divides how much one counter grew by how much another did, over the samples that have both.</summary>
    private static double? Ratio(
        ReadOnlySpan<ContainerSample> ordered, Func<ContainerSample, double?> counter, Func<ContainerSample, double?> per)
    {
        double grown = 0, passed = 0;
        (double Counter, double Per)? previous = null;
        foreach (var sample in ordered)
        {
            if ((counter(sample), per(sample)) is not (double value, double divisor))
            {
                continue;
            }

            if (previous is { } last)
            {
                if (value < last.Counter || divisor < last.Per)
                {
                    return null;
                }

                grown += value - last.Counter;
                passed += divisor - last.Per;
            }

            previous = (value, divisor);
        }

        return passed > 0 && double.IsFinite(grown / passed) ? grown / passed : null;
    }
}
