namespace Capacity.Testing.Vpa;

/// <summary>One container's samples on their way into the histograms: CPU as it comes, memory as the peak of each interval.</summary>
/// <param name="aggregate">Takes what is learnt.</param>
/// <param name="interval">The interval of memory peaks.</param>
public sealed class VpaContainer(VpaAggregate aggregate, TimeSpan interval)
{
    private const double OutOfMemoryRatio = 1.2;
    private const long OutOfMemoryStep = 100L << 20;

    private DateTimeOffset lastCpu = DateTimeOffset.MinValue;
    private DateTimeOffset lastMemory = DateTimeOffset.MinValue;
    private DateTimeOffset windowEnd = DateTimeOffset.MinValue;
    private long peak;
    private long killedPeak;

    /// <summary>Takes the CPU used, in millicores.</summary>
    /// <returns>Whether it counted: negative and old samples do not.</returns>
    public bool AddCpu(long milliCores, DateTimeOffset at)
    {
        if (milliCores < 0 || at <= lastCpu)
        {
            return false;
        }

        aggregate.AddCpu(milliCores / 1000.0, at);
        lastCpu = at;
        return true;
    }

    /// <summary>Takes the memory used, in bytes.</summary>
    /// <inheritdoc cref="AddCpu" path="/returns"/>
    public bool AddMemory(long bytes, DateTimeOffset at) => bytes >= 0 && at > lastMemory && Take(bytes, at, isKill: false);

    /// <summary>Takes note of a kill for memory, with the memory requested.</summary>
    /// <returns>Whether it counted: kills of long ago do not.</returns>
    public bool AddKill(long requested, DateTimeOffset at)
    {
        if (lastMemory > DateTimeOffset.MinValue && at < lastMemory - interval)
        {
            return false;
        }

        var used = Math.Max(requested, peak);
        return Take(VpaAmounts.From(Math.Max(used + OutOfMemoryStep, (double)VpaAmounts.Scale(used, OutOfMemoryRatio))), at, isKill: true);
    }

    private bool Take(long bytes, DateTimeOffset at, bool isKill)
    {
        if (windowEnd == DateTimeOffset.MinValue)
        {
            windowEnd = at;
        }

        if (at >= windowEnd)
        {
            var passed = (at - windowEnd).Ticks / interval.Ticks * interval;
            windowEnd += passed + interval;
            (peak, killedPeak) = (0, 0);
            aggregate.AddMemoryPeak(bytes, windowEnd);
        }
        else
        {
            var known = Math.Max(peak, killedPeak);
            if (bytes <= known)
            {
                Remember(bytes, at, isKill);
                return true;
            }

            if (known > 0)
            {
                aggregate.SubtractMemoryPeak(known, windowEnd);
            }

            aggregate.AddMemoryPeak(bytes, windowEnd);
        }

        Remember(bytes, at, isKill);
        return true;
    }

    private void Remember(long bytes, DateTimeOffset at, bool isKill)
    {
        lastMemory = isKill ? lastMemory : at;
        if (isKill)
        {
            killedPeak = Math.Max(killedPeak, bytes);
        }
        else
        {
            peak = Math.Max(peak, bytes);
        }
    }
}
