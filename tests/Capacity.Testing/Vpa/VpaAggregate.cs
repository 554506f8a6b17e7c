namespace Capacity.Testing.Vpa;

/// <summary>What the VPA recommender knows of all instances of a container, and what it recommends for them.</summary>
public sealed class VpaAggregate
{
    private const double CpuWeight = 0.1;
    private const double Margin = 0.15;

    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(1);
    private static readonly VpaBucketScale CpuScale = VpaBucketScale.Exponential(1000, 0.01, 1.05, 1e-4);
    private static readonly VpaBucketScale MemoryScale = VpaBucketScale.Exponential(1e12, 1e7, 1.05, 1e-4);

    private readonly VpaDecayingHistogram cpu = new(CpuScale, HalfLife);
    private readonly VpaDecayingHistogram memory = new(MemoryScale, HalfLife);
    private DateTimeOffset? first;
    private DateTimeOffset last;
    private int samples;

    /// <summary>Gets what was done to the memory histogram: added or taken away, how much, and at which time.</summary>
    public List<(bool IsAdded, long Bytes, DateTimeOffset At)> MemoryOperations { get; } = [];

    /// <summary>Gets the days of samples, by time and by count.</summary>
    public double Confidence => first is { } f ? Math.Min((last - f).TotalDays, samples / 1440.0) : 0;

    /// <summary>Takes a CPU sample in cores.</summary>
    public void AddCpu(double cores, DateTimeOffset at)
    {
        cpu.Add(cores, CpuWeight, at);
        first = first is { } f && f <= at ? f : at;
        last = at > last ? at : last;
        samples++;
    }

    /// <summary>Takes the peak of an interval.</summary>
    public void AddMemoryPeak(long bytes, DateTimeOffset at)
    {
        memory.Add(bytes, 1, at);
        MemoryOperations.Add((true, bytes, at));
    }

    /// <summary>Takes a peak back that a higher one replaces.</summary>
    public void SubtractMemoryPeak(long bytes, DateTimeOffset at)
    {
        memory.Subtract(bytes, 1, at);
        MemoryOperations.Add((false, bytes, at));
    }

    /// <summary>Multiplies an amount by what little confidence asks for: (1 + multiplier / confidence) ^ exponent.</summary>
    public static long ByConfidence(long amount, double confidence, double multiplier, double exponent) =>
        VpaAmounts.Scale(amount, Math.Pow(1 + (multiplier / confidence), exponent));

    /// <summary>Gives percentiles in millicores and bytes, cut off.</summary>
    public (long Cpu, long Memory) Percentiles(double cpuRatio, double memoryRatio) =>
        (VpaAmounts.FromCores(cpu.Percentile(cpuRatio)), VpaAmounts.From(memory.Percentile(memoryRatio)));

    /// <summary>Recommends target, lower and upper bound in millicores and bytes.</summary>
    /// <param name="minimum">The floor of each.</param>
    public (long Cpu, long Memory)[] Recommend((long Cpu, long Memory) minimum)
    {
        return [With(0.9, a => a), With(0.5, a => ByConfidence(a, Confidence, 0.001, -2)), With(0.95, a => ByConfidence(a, Confidence, 1, 1))];

        (long, long) With(double ratio, Func<long, long> confidence)
        {
            var (c, m) = Percentiles(ratio, ratio);
            return (Math.Max(minimum.Cpu, confidence(Margined(c))), Math.Max(minimum.Memory, confidence(Margined(m))));
        }
    }

    private static long Margined(long amount) => Margin is var margin ? VpaAmounts.From((double)amount + VpaAmounts.Scale(amount, margin)) : 0;
}
