using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Profiles;

/// <summary>The binary form of a profile. The first byte is the version of the form; histograms are pairs of distance to the last bucket and count.</summary>
public static class ProfileCodec
{
    /// <summary>The version that is written.</summary>
    public const byte Version = 1;

    private const int MostSizes = 10_000;
    private const int MostInstances = 1_000_000;

    /// <summary>Writes a profile.</summary>
    public static byte[] Encode(AppDayProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var bytes = new ProfileBytes();
        bytes.WriteByte(Version);
        bytes.WriteNumber(profile.Day.DayNumber);
        foreach (var number in (ReadOnlySpan<long>)[
            profile.IntervalSeconds, profile.Samples, profile.Looks, profile.ExpectedLooks, profile.InstanceLooks, profile.StartUpSamples,
            profile.CacheKibibytes, profile.BesideCacheKibibytes, profile.RequestedMicroCores, profile.RequestedKibibytes])
        {
            bytes.WriteNumber(number);
        }

        bytes.WriteSingle(profile.StartUpCpuPeak);
        Write(bytes, profile.Cpu);
        Write(bytes, profile.Memory);
        Write(bytes, profile.Demand);
        WriteSizes(bytes, profile.Sizes);
        bytes.WriteNumber(profile.Instances.Count);
        foreach (var instance in profile.Instances.Values)
        {
            Write(bytes, instance);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="FormatException">The bytes are no profile, or one of a version that is not known.</exception>
    public static AppDayProfile Decode(ReadOnlySpan<byte> encoded)
    {
        var source = new ProfileSource(encoded);
        var version = source.ReadByte();
        if (version != Version)
        {
            throw new FormatException($"The profile has version {version}; only version {Version} is known.");
        }

        var day = DateOnly.FromDayNumber(source.ReadInt(DateOnly.MaxValue.DayNumber));
        var (interval, samples, looks, expected, instanceLooks) = (source.ReadInt(), source.ReadCount(), source.ReadInt(), source.ReadInt(), source.ReadCount());
        var (startUp, cache, beside, micro, kibibytes) = (source.ReadInt(), source.ReadCount(), source.ReadCount(), source.ReadCount(), source.ReadCount());
        var startUpPeak = source.ReadSingle();
        var profile = new AppDayProfile(day) { Cpu = ReadHistogram(ref source), Memory = ReadHistogram(ref source), Demand = ReadHistogram(ref source) };
        (profile.IntervalSeconds, profile.Samples, profile.Looks, profile.ExpectedLooks, profile.InstanceLooks) = (interval, samples, looks, expected, instanceLooks);
        (profile.StartUpSamples, profile.CacheKibibytes, profile.BesideCacheKibibytes) = (startUp, cache, beside);
        (profile.RequestedMicroCores, profile.RequestedKibibytes, profile.StartUpCpuPeak) = (micro, kibibytes, startUpPeak);
        ReadSizes(ref source, profile.Sizes);
        for (var left = source.ReadInt(MostInstances); left > 0; left--)
        {
            var instance = ReadInstance(ref source);
            if (!profile.Instances.TryAdd(instance.Key, instance))
            {
                throw new FormatException("The profile names an instance twice.");
            }
        }

        return source.IsAtEnd ? profile : throw new FormatException("The profile goes on after its end.");
    }

    private static void Write(ProfileBytes bytes, LogHistogram histogram)
    {
        var filled = 0;
        for (var i = histogram.First; i < histogram.End; i++)
        {
            filled += histogram[i] > 0 ? 1 : 0;
        }

        bytes.WriteNumber(filled);
        var last = 0;
        for (var i = histogram.First; i < histogram.End; i++)
        {
            if (histogram[i] > 0)
            {
                // Most buckets are next to one another and hold few values: distance and count then share a byte.
                var (distance, count) = (i - last, histogram[i]);
                bytes.WriteNumber(((ulong)distance << 4) | (ulong)Math.Min(count, 15));
                if (count >= 15)
                {
                    bytes.WriteNumber(count - 15);
                }

                last = i;
            }
        }
    }

    private static LogHistogram ReadHistogram(ref ProfileSource source)
    {
        var histogram = new LogHistogram();
        var index = 0;
        for (var left = source.ReadInt(LogBuckets.Count); left > 0; left--)
        {
            var pair = source.ReadNumber();
            index += (int)Math.Min(pair >> 4, LogBuckets.Count);
            var count = (long)(pair & 15);
            count += count == 15 ? source.ReadCount() : 0;
            if (index >= LogBuckets.Count || count is 0 or > uint.MaxValue || histogram[index] > 0)
            {
                throw new FormatException("A histogram of the profile is damaged.");
            }

            histogram.AddToBucket(index, count);
        }

        return histogram;
    }

    private static void WriteSizes(ProfileBytes bytes, SortedSet<SizeInForce> sizes)
    {
        bytes.WriteNumber(sizes.Count);
        foreach (var size in sizes)
        {
            bytes.WriteNumber(size.Minute);
            bytes.WriteKey(size.Version);
            bytes.WriteNumber(size.Cpus.NanoCores);
            bytes.WriteNumber(size.Memory.Bytes);
            bytes.WriteNumber(size.CpuLimit is { } c ? c.NanoCores + 1 : 0);
            bytes.WriteNumber(size.MemoryLimit is { } m ? m.Bytes + 1 : 0);
        }
    }

    private static void ReadSizes(ref ProfileSource source, SortedSet<SizeInForce> sizes)
    {
        for (var left = source.ReadInt(MostSizes); left > 0; left--)
        {
            var (minute, version) = (source.ReadInt(1439), source.ReadKey());
            var (cpus, memory, cpuLimit, memoryLimit) = (source.ReadCount(), source.ReadCount(), source.ReadCount(), source.ReadCount());
            sizes.Add(new(minute, version, Cores(cpus), MemorySize.FromBytes(memory), cpuLimit == 0 ? null : Cores(cpuLimit - 1), memoryLimit == 0 ? null : MemorySize.FromBytes(memoryLimit - 1)));
        }
    }

    private static CpuCores Cores(long nanoCores) => nanoCores < 9e18 ? CpuCores.FromCores(nanoCores / 1e9) : throw new FormatException("A size in the profile is too large.");

    private static void Write(ProfileBytes bytes, InstanceDay instance)
    {
        bytes.WriteKey(instance.Key);
        Write(bytes, instance.Cpu);
        Write(bytes, instance.Memory);
        foreach (var number in (ReadOnlySpan<long>)[instance.Periods, instance.ThrottledPeriods, instance.MemoryKills, instance.CpuAtLimit, instance.MemoryAtLimit])
        {
            bytes.WriteNumber(number);
        }
    }

    private static InstanceDay ReadInstance(ref ProfileSource source) => new(source.ReadKey())
    {
        Cpu = ReadDigest(ref source, UsageDigest.CpuUnit),
        Memory = ReadDigest(ref source, UsageDigest.MemoryUnit),
        Periods = source.ReadCount(),
        ThrottledPeriods = source.ReadCount(),
        MemoryKills = source.ReadInt(),
        CpuAtLimit = source.ReadInt(),
        MemoryAtLimit = source.ReadInt(),
    };

    private static void Write(ProfileBytes bytes, UsageDigest digest)
    {
        Write(bytes, digest.Tail);
        bytes.WriteNumber(digest.Threshold);
        bytes.WriteNumber(digest.Count);
        bytes.WriteNumber(digest.SumUnits);
        bytes.WriteSingle(digest.Peak);
        bytes.WriteNumber(digest.PeakMinute);
    }

    private static UsageDigest ReadDigest(ref ProfileSource source, double unit)
    {
        var tail = ReadHistogram(ref source);
        return UsageDigest.Restore(unit, tail, source.ReadInt(LogBuckets.Count - 1), source.ReadCount(), source.ReadCount(), source.ReadSingle(), source.ReadInt(1439));
    }
}
