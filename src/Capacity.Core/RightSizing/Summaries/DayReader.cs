using Capacity.Core.RightSizing.Profiles;

namespace Capacity.Core.RightSizing.Summaries;

/// <summary>Takes the figures of a day out of its profile.</summary>
internal static class DayReader
{
    public static DayFigures Read(AppDayProfile profile)
    {
        var instances = profile.Instances.Values;
        var sizes = profile.Sizes;
        var means = instances.Where(i => i.Cpu.Count > 0).Select(i => i.Cpu.Mean!.Value).ToArray();
        var cpuSamples = instances.Sum(i => i.Cpu.Count);
        var memorySamples = instances.Sum(i => i.Memory.Count);
        return new()
        {
            Day = profile.Day,
            CpuP99 = instances.Max(i => i.Cpu.Quantile(0.99)),
            CpuPeak = Highest(profile, i => i.Cpu),
            MemoryPeak = Highest(profile, i => i.Memory),
            CpuMean = cpuSamples > 0 ? instances.Sum(i => i.Cpu.SumUnits) * UsageDigest.CpuUnit / cpuSamples : null,
            MemoryMean = memorySamples > 0 ? instances.Sum(i => i.Memory.SumUnits) * UsageDigest.MemoryUnit / memorySamples : null,
            Skew = means.Length > 1 && means.Average() is > LogBuckets.Smallest and var mean ? means.Max() / mean : null,
            Instances = profile.Looks > 0 ? (double)profile.InstanceLooks / profile.Looks : 0,
            InstanceHours = profile.Samples * profile.IntervalSeconds / 3600.0,
            CpuRequested = profile.RequestedMicroCores * UsageDigest.CpuUnit / profile.Samples,
            MemoryRequested = profile.RequestedKibibytes * UsageDigest.MemoryUnit / profile.Samples,
            Coverage = profile.ExpectedLooks > 0 ? Math.Min(1, (double)profile.Looks / profile.ExpectedLooks) : 0,
            CpuSamples = cpuSamples,
            MemorySamples = memorySamples,
            CpuAtLimit = instances.Sum(i => i.CpuAtLimit),
            MemoryAtLimit = instances.Sum(i => i.MemoryAtLimit),
            Periods = instances.Sum(i => i.Periods),
            ThrottledPeriods = instances.Sum(i => i.ThrottledPeriods),
            MemoryKills = instances.Sum(i => i.MemoryKills),
            StartUpPeak = profile.StartUpSamples > 0 ? profile.StartUpCpuPeak : null,
            CacheRatio = profile.CacheKibibytes + profile.BesideCacheKibibytes is > 0 and var charged ? (double)profile.CacheKibibytes / charged : null,
            Version = sizes.Count > 0 ? sizes.Max.Version : 0,
            HasDeploy = sizes.Select(s => s.Version).Distinct().Count() > 1,
            HasResize = sizes.Select(s => (s.Cpus, s.Memory)).Distinct().Count() > 1,
        };
    }

    private static PeakMoment? Highest(AppDayProfile profile, Func<InstanceDay, UsageDigest> of)
    {
        InstanceDay? highest = null;
        foreach (var instance in profile.Instances.Values)
        {
            if (of(instance).Count > 0 && (highest is null || of(instance).Peak > of(highest).Peak))
            {
                highest = instance;
            }
        }

        return highest is null
            ? null
            : new(of(highest).Peak, new DateTimeOffset(profile.Day.ToDateTime(default), TimeSpan.Zero).AddMinutes(of(highest).PeakMinute), highest.Key);
    }
}
