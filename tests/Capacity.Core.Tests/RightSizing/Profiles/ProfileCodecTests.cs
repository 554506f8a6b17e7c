using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.Units;
using Capacity.Testing;
using CsCheck;

namespace Capacity.Core.Tests.RightSizing.Profiles;

public sealed class ProfileCodecTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>Samples of one stretch of the day, of a few instances of one app.</summary>
    private static readonly Gen<InstanceInterval> Sample = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 287], Gen.Double[0, 8].Nullable(), Gen.Long[0, 1L << 34].Nullable(), Gen.Int[0, 3], Gen.Bool, (instance, slot, cores, bytes, extra, big) => new InstanceInterval
        {
            Instance = $"i{instance}",
            At = new DateTimeOffset(Day.ToDateTime(default), TimeSpan.Zero) + (slot * Interval),
            StartedAt = extra == 1 ? new DateTimeOffset(Day.ToDateTime(default), TimeSpan.Zero) : null,
            CpuCores = cores,
            MemoryBytes = bytes,
            CacheBytes = extra == 2 ? 1 << 20 : null,
            Cpus = CpuCores.FromCores(big ? 4 : 2),
            Memory = MemorySize.FromMebibytes(big ? 4096 : 2048),
            CpuLimit = big ? CpuCores.FromCores(6) : null,
            Periods = extra * 100,
            ThrottledPeriods = extra,
            MemoryKills = extra == 3 ? 1 : 0,
            Version = big ? "v2" : null,
        });

    private static readonly Gen<InstanceInterval[]> Samples = Sample.Array[1, 80];

    [Fact]
    public void Decode_AnyProfile_IsWhatWasEncoded() => Samples.Holds(samples =>
    {
        var encoded = ProfileCodec.Encode(Build(samples));

        Assert.Equal(encoded, ProfileCodec.Encode(ProfileCodec.Decode(encoded)));
    });

    [Fact]
    public void Merge_AnyOrder_GivesTheSameBytes() => Gen.Select(Samples, Samples, Samples).Holds(c =>
    {
        var (a, b, d) = c;
        Assert.Equal(Encoded(Merged(Build(a), Build(b))), Encoded(Merged(Build(b), Build(a))));
        Assert.Equal(Encoded(Merged(Merged(Build(a), Build(b)), Build(d))), Encoded(Merged(Build(a), Merged(Build(b), Build(d)))));
    });

    [Fact]
    public void Merge_TwoHalvesOfADay_IsTheWholeDay() => Samples.Holds(samples =>
    {
        var noon = new DateTimeOffset(Day.ToDateTime(new(12, 0)), TimeSpan.Zero);
        var (morning, evening) = (samples.Where(s => s.At < noon).ToArray(), samples.Where(s => s.At >= noon).ToArray());

        Assert.Equal(Encoded(Build(samples)), Encoded(Merged(Build(morning, 12), Build(evening, 12))));
    });

    [Fact]
    public void Decode_AnyDamage_IsAFormatExceptionOrAnotherProfile() => Gen.Select(Samples, Gen.Int[0, 10_000], Gen.Byte, Gen.Bool).Holds(c =>
    {
        var (samples, at, value, cut) = c;
        var encoded = Encoded(Build(samples));
        encoded[at % encoded.Length] = value;
        try
        {
            ProfileCodec.Decode(cut ? encoded.AsSpan(0, at % encoded.Length) : encoded);
        }
        catch (FormatException)
        {
            // What was wanted.
        }
    }, cases: 2000);

    [Fact]
    public void Decode_UnknownVersion_SaysSo() =>
        Assert.Contains("version 9", Assert.Throws<FormatException>(() => ProfileCodec.Decode([9, 1, 2])).Message, StringComparison.Ordinal);

    [Fact]
    public void Encode_FiveInstancesForADay_TakesAboutAKilobyte()
    {
        var random = new Random(5);
        var builder = new ProfileBuilder(Day, TimeSpan.FromMinutes(1), ProfileOptions.Default);
        for (var minute = 0; minute < 1440; minute++)
        {
            for (var i = 0; i < 5; i++)
            {
                var load = (0.4 + (0.2 * Math.Sin(minute / 229.0))) * Math.Exp(0.1 * (random.NextDouble() + random.NextDouble() - 1));
                builder.Add(new()
                {
                    Instance = $"i{i}",
                    At = new DateTimeOffset(Day.ToDateTime(default), TimeSpan.Zero).AddMinutes(minute),
                    CpuCores = load,
                    MemoryBytes = (long)((800 + (minute / 12.0) + (30 * random.NextDouble())) * (1 << 20)),
                    CacheBytes = 100 << 20,
                    Cpus = CpuCores.FromCores(2),
                    Memory = MemorySize.FromMebibytes(2048),
                    Periods = 600,
                });
            }
        }

        var bytes = Encoded(builder.Build()).Length;

        TestContext.Current.SendDiagnosticMessage($"{bytes} bytes");
        Assert.InRange(bytes, 300, 1400);
    }

    [Fact]
    public void Add_StartUp_CountsApartForCpuAndNotForMemory()
    {
        var start = new DateTimeOffset(Day.ToDateTime(new(8, 0)), TimeSpan.Zero);
        var builder = new ProfileBuilder(Day, TimeSpan.FromMinutes(1), ProfileOptions.Default);
        builder.Add(new() { Instance = "a", At = start.AddMinutes(1), StartedAt = start, CpuCores = 4, MemoryBytes = 900 });
        builder.Add(new() { Instance = "a", At = start.AddMinutes(6), StartedAt = start, CpuCores = 1, MemoryBytes = 800 });

        var profile = builder.Build();

        Assert.Equal(1, profile.Cpu.Count);
        Assert.Equal(2, profile.Memory.Count);
        Assert.Equal(4, profile.StartUpCpuPeak);
        Assert.Equal(1, profile.StartUpSamples);
    }

    [Fact]
    public void Add_DeployAndResize_AreChangePoints()
    {
        var start = new DateTimeOffset(Day.ToDateTime(default), TimeSpan.Zero);
        var builder = new ProfileBuilder(Day, TimeSpan.FromMinutes(1), ProfileOptions.Default);
        foreach (var (minute, version, cores) in new[] { (0, "v1", 1.0), (60, "v1", 1.0), (120, "v2", 1.0), (180, "v2", 2.0), (240, "v2", 2.0) })
        {
            builder.Add(new() { Instance = "a", At = start.AddMinutes(minute), CpuCores = 0.1, Version = version, Cpus = CpuCores.FromCores(cores) });
        }

        Assert.Equal([0, 120, 180], builder.Build().Sizes.Select(s => s.Minute));
    }

    [Fact]
    public void Add_SampleOfAnotherDay_Throws() => Assert.Throws<ArgumentException>(() =>
        new ProfileBuilder(Day, Interval, ProfileOptions.Default).Add(new() { Instance = "a", At = new DateTimeOffset(Day.AddDays(1).ToDateTime(default), TimeSpan.Zero) }));

    private static AppDayProfile Build(InstanceInterval[] samples, int hours = 24)
    {
        var builder = new ProfileBuilder(Day, Interval, ProfileOptions.Default with { TailRatio = 1 });
        foreach (var sample in samples)
        {
            builder.Add(sample);
        }

        return builder.Build(TimeSpan.FromHours(hours));
    }

    private static AppDayProfile Merged(AppDayProfile a, AppDayProfile b)
    {
        a.Merge(b);
        return a;
    }

    private static byte[] Encoded(AppDayProfile profile) => ProfileCodec.Encode(profile);
}
