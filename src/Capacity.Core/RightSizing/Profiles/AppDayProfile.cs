namespace Capacity.Core.RightSizing.Profiles;

/// <summary>What one app used on one UTC day: everything that advice is made from, in about a kilobyte.</summary>
/// <param name="day">The UTC day.</param>
public sealed class AppDayProfile(DateOnly day)
{
    /// <summary>Gets the UTC day.</summary>
    public DateOnly Day { get; } = day;

    /// <summary>Gets the time between two samples, in seconds.</summary>
    public int IntervalSeconds { get; set; }

    /// <summary>Gets the CPU of all instances, in cores, without start-up.</summary>
    public LogHistogram Cpu { get; init; } = new();

    /// <summary>Gets the memory of all instances, in bytes, without page cache.</summary>
    public LogHistogram Memory { get; init; } = new();

    /// <summary>Gets the app's demand D(t): the CPU of all instances together at each time, in cores.</summary>
    public LogHistogram Demand { get; init; } = new();

    /// <summary>Gets the instances, by key.</summary>
    public SortedList<ulong, InstanceDay> Instances { get; init; } = [];

    /// <summary>Gets what instances were given, the earliest first. Anything but the first is a change.</summary>
    public SortedSet<SizeInForce> Sizes { get; init; } = new(SizeOrder.Instance);

    /// <summary>Gets the samples that there are, start-up included.</summary>
    public long Samples { get; set; }

    /// <summary>Gets the looks at the app: distinct sample times.</summary>
    public int Looks { get; set; }

    /// <summary>Gets how many times somebody should have looked in the time that the profile covers.</summary>
    public int ExpectedLooks { get; set; }

    /// <summary>Gets the instances seen over all looks; divided by <see cref="Looks"/> their mean number.</summary>
    public long InstanceLooks { get; set; }

    /// <summary>Gets the CPU samples left out because the instance was starting.</summary>
    public int StartUpSamples { get; set; }

    /// <summary>Gets the highest CPU of an instance that was starting, in cores.</summary>
    public float StartUpCpuPeak { get; set; }

    /// <summary>Gets the page cache over all samples that told it, in KiB.</summary>
    public long CacheKibibytes { get; set; }

    /// <summary>Gets the other memory over the same samples, in KiB.</summary>
    public long BesideCacheKibibytes { get; set; }

    /// <summary>Gets the CPU requested over all samples, in millionths of a core.</summary>
    public long RequestedMicroCores { get; set; }

    /// <summary>Gets the memory requested over all samples, in KiB.</summary>
    public long RequestedKibibytes { get; set; }

    /// <summary>Takes another part of the same day: another stretch of time. The order of merging does not matter.</summary>
    /// <exception cref="ArgumentException"><paramref name="other"/> is of another day.</exception>
    public void Merge(AppDayProfile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Day != Day)
        {
            throw new ArgumentException($"Expected a part of {Day:O}, was {other.Day:O}.", nameof(other));
        }

        IntervalSeconds = Math.Max(IntervalSeconds, other.IntervalSeconds);
        Cpu.Merge(other.Cpu);
        Memory.Merge(other.Memory);
        Demand.Merge(other.Demand);
        foreach (var instance in other.Instances.Values)
        {
            if (!Instances.TryGetValue(instance.Key, out var mine))
            {
                Instances.Add(instance.Key, mine = new(instance.Key));
            }

            mine.Merge(instance);
        }

        foreach (var size in other.Sizes)
        {
            See(size);
        }

        Samples += other.Samples;
        Looks += other.Looks;
        ExpectedLooks += other.ExpectedLooks;
        InstanceLooks += other.InstanceLooks;
        StartUpSamples += other.StartUpSamples;
        StartUpCpuPeak = Math.Max(StartUpCpuPeak, other.StartUpCpuPeak);
        CacheKibibytes += other.CacheKibibytes;
        BesideCacheKibibytes += other.BesideCacheKibibytes;
        RequestedMicroCores += other.RequestedMicroCores;
        RequestedKibibytes += other.RequestedKibibytes;
    }

    /// <summary>Takes note of what an instance was given; of equal ones the earliest counts.</summary>
    public void See(SizeInForce size)
    {
        foreach (var known in Sizes)
        {
            if (known with { Minute = size.Minute } == size)
            {
                if (size.Minute >= known.Minute)
                {
                    return;
                }

                Sizes.Remove(known);
                break;
            }
        }

        Sizes.Add(size);
    }
}
