using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Profiles;

/// <summary>Makes the profile of one app and day from its samples as they come. What it holds can be taken at any time: after a crash the rest is merged.</summary>
/// <param name="day">The UTC day; samples of other days are refused.</param>
/// <param name="interval">The time between two samples.</param>
/// <param name="options">What counts as start-up, and how much detail is kept.</param>
public sealed class ProfileBuilder(DateOnly day, TimeSpan interval, ProfileOptions options)
{
    /// <summary>From this share of its limit on, use is taken to be held back by it.</summary>
    public const double AtLimitRatio = 0.95;

    private readonly AppDayProfile profile = new(day) { IntervalSeconds = (int)interval.TotalSeconds };
    private readonly Dictionary<long, (double Cores, int Measured, int Seen)> looks = [];
    private SizeInForce? last;

    /// <summary>Takes what one instance used in one interval.</summary>
    /// <exception cref="ArgumentException">The interval ended on another day.</exception>
    public void Add(InstanceInterval sample)
    {
        if (DateOnly.FromDateTime(sample.At.UtcDateTime) != profile.Day)
        {
            throw new ArgumentException($"Expected a sample of {profile.Day:O}, was of {sample.At:O}.", nameof(sample));
        }

        var minute = (int)sample.At.UtcDateTime.TimeOfDay.TotalMinutes;
        var key = InstanceKey.Of(sample.Instance);
        if (!profile.Instances.TryGetValue(key, out var instance))
        {
            profile.Instances.Add(key, instance = new(key));
        }

        See(sample, minute);
        AddMemory(sample, instance, minute);
        AddCpu(sample, instance, minute);
        instance.Periods += sample.Periods;
        instance.ThrottledPeriods += sample.ThrottledPeriods;
        instance.MemoryKills += sample.MemoryKills;
        profile.Samples++;
        profile.RequestedMicroCores += sample.Cpus.NanoCores / 1000;
        profile.RequestedKibibytes += sample.Memory.Bytes / 1024;
    }

    /// <summary>Gives the profile of what was taken. The builder must not be used after it.</summary>
    /// <param name="covered">The stretch of the day that was watched, for coverage; the whole day where it is <see langword="null"/>.</param>
    public AppDayProfile Build(TimeSpan? covered = null)
    {
        foreach (var (cores, measured, seen) in looks.Values)
        {
            if (measured > 0 && measured * 2 >= seen)
            {
                profile.Demand.Add(cores * seen / measured);
            }

            profile.InstanceLooks += seen;
        }

        profile.Looks = looks.Count;
        profile.ExpectedLooks = Math.Max(1, (int)Math.Round((covered ?? TimeSpan.FromDays(1)) / interval));
        if (options.TailRatio < 1)
        {
            foreach (var instance in profile.Instances.Values)
            {
                instance.Cpu.Trim(options.TailRatio);
                instance.Memory.Trim(options.TailRatio);
            }
        }

        return profile;
    }

    private void AddCpu(InstanceInterval sample, InstanceDay instance, int minute)
    {
        ref var look = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(looks, sample.At.UtcTicks / interval.Ticks, out _);
        look.Seen++;
        if (sample.CpuCores is not double cores)
        {
            return;
        }

        look.Cores += cores;
        look.Measured++;
        if (sample.StartedAt is { } started && sample.At - started < options.StartUp)
        {
            profile.StartUpSamples++;
            profile.StartUpCpuPeak = Math.Max(profile.StartUpCpuPeak, (float)cores);
            return;
        }

        profile.Cpu.Add(cores);
        instance.Cpu.Add(cores, minute);
        if (sample.CpuLimit is { } limit && cores >= AtLimitRatio * limit.Cores)
        {
            instance.CpuAtLimit++;
        }
    }

    private void AddMemory(InstanceInterval sample, InstanceDay instance, int minute)
    {
        if (sample.MemoryBytes is not long bytes)
        {
            return;
        }

        profile.Memory.Add(bytes);
        instance.Memory.Add(bytes, minute);
        var limit = sample.MemoryLimit ?? sample.Memory;
        if (limit > MemorySize.Zero && bytes >= AtLimitRatio * limit.Bytes)
        {
            instance.MemoryAtLimit++;
        }

        if (sample.CacheBytes is long cache)
        {
            profile.CacheKibibytes += cache / 1024;
            profile.BesideCacheKibibytes += bytes / 1024;
        }
    }

    private void See(InstanceInterval sample, int minute)
    {
        var version = sample.Version is null ? 0 : InstanceKey.Of(sample.Version);
        var size = new SizeInForce(minute, version, sample.Cpus, sample.Memory, sample.CpuLimit, sample.MemoryLimit);
        if (last is not { } l || l with { Minute = minute } != size || minute < l.Minute)
        {
            profile.See(size);
            last = size;
        }
    }
}
