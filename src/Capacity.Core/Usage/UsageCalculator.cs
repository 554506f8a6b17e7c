namespace Capacity.Core.Usage;

/// <summary>Turns counters into usage. A reset or a gap gives no value rather than a wrong one.</summary>
public static class UsageCalculator
{
    /// <summary>More than any host has: a counter that grew faster is no counter.</summary>
    private const double MostCores = 1e5;

    /// <summary>Computes what one container used over its samples.</summary>
    /// <param name="samples">Samples of one container id, in any order; equal times count once.</param>
    /// <returns>The usage, or <see langword="null"/> for no samples.</returns>
    public static ContainerUsage? Over(params ReadOnlySpan<ContainerSample> samples)
    {
        if (samples.IsEmpty)
        {
            return null;
        }

        var ordered = IsAscending(samples) ? samples : samples.ToArray().DistinctBy(s => s.At).OrderBy(s => s.At).ToArray();
        return new(
            ordered[0].At,
            ordered[^1].At,
            Cores(ordered),
            HighestStep(ordered),
            Ratio(ordered, s => s.CpuThrottledPeriods, s => s.CpuPeriods),
            Last(ordered, s => s.MemoryWorkingSetBytes),
            Last(ordered, s => s.DiskUsedBytes));
    }

    private static bool IsAscending(ReadOnlySpan<ContainerSample> samples)
    {
        for (var i = 1; i < samples.Length; i++)
        {
            if (samples[i].At <= samples[i - 1].At)
            {
                return false;
            }
        }

        return true;
    }

    private static T? Last<T>(ReadOnlySpan<ContainerSample> ordered, Func<ContainerSample, T?> figure)
        where T : struct
    {
        T? last = null;
        foreach (var sample in ordered)
        {
            last = figure(sample) ?? last;
        }

        return last;
    }

    private static double? Seconds(ContainerSample sample) => sample.At.UtcTicks / (double)TimeSpan.TicksPerSecond;

    private static double? HighestStep(ReadOnlySpan<ContainerSample> ordered)
    {
        double? highest = null;
        var before = -1;
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].CpuSeconds is null)
            {
                continue;
            }

            if (before >= 0 && Cores([ordered[before], ordered[i]]) is { } cores && !(highest >= cores))
            {
                highest = cores;
            }

            before = i;
        }

        return highest;
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
