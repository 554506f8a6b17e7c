namespace Capacity.Benchmarks.RightSizing;

/// <summary>A made-up virtual machine: what it was given, and how its use moves.</summary>
internal sealed class VirtualMachine
{
    private const int SamplesPerDay = 288;
    private readonly TrafficShape shape;
    private readonly Random random;
    private readonly double level;
    private readonly double daily;
    private readonly double noise;
    private readonly double burstChance;
    private readonly double burstSize;
    private readonly double drift;
    private readonly double jobHeight;
    private readonly int jobStart;
    private readonly int jobLength;
    private readonly bool isBusy;
    private readonly double memoryLevel;
    private readonly int memoryKind;
    private readonly double memoryPeak;
    private readonly double memorySpread;
    private readonly int memoryMinute;
    private double walk;
    private double burst;
    private double shift;

    public VirtualMachine(int seed, TrafficShape shape)
    {
        this.shape = shape;
        random = new(seed);
        Cores = Pick([1, 1, 2, 2, 4, 4, 4, 8, 8, 16, 32]);
        Bytes = Math.Round(Math.Exp((Normal() * 1.25) + 1.6)) * (1L << 30);
        Bytes = Math.Clamp(Bytes, 1L << 30, 512L << 30);
        isBusy = random.NextDouble() < shape.BusyRatio;
        var isFlat = random.NextDouble() < shape.FlatRatio;
        level = isBusy ? 0.45 + (0.5 * random.NextDouble()) : Math.Exp((Normal() * 1.1) - 3.6);
        daily = (isFlat ? 0.08 : 0.5) * random.NextDouble();
        noise = isFlat || isBusy ? 0.02 + (0.05 * random.NextDouble()) : 0.05 + (0.35 * random.NextDouble());
        burstChance = Math.Exp((Normal() * 1.2) - (isFlat ? 7.5 : 4.9));
        burstSize = Math.Exp((Normal() * 0.7) + 1.0);
        drift = shape.DriftPerWeek * Normal();
        jobHeight = random.NextDouble() < (isFlat ? 0.15 : 0.75) ? 0.05 + (0.8 * Math.Pow(random.NextDouble(), 2)) : 0;
        jobStart = random.Next(SamplesPerDay);
        jobLength = random.NextDouble() < 0.5 ? random.Next(2, 12) : random.Next(15, 50);
        memoryLevel = Math.Exp((Normal() * 0.8) - 3.3);
        var kind = random.NextDouble();
        memoryKind = Array.FindIndex(shape.MemoryKinds, k => (kind -= k) < 0);
        memoryPeak = Math.Min(0.97, 0.06 + (0.65 * random.NextDouble()));
        memorySpread = memoryKind switch { 0 => 0.01 + (0.05 * random.NextDouble()), 1 => 0.1 + (0.3 * random.NextDouble()), 4 => 0.04, _ => 0.12 };
        memoryMinute = random.Next(SamplesPerDay);
    }

    public double Cores { get; }

    public double Bytes { get; }

    /// <summary>Makes the samples of a day in order: CPU in cores and memory in bytes.</summary>
    public IEnumerable<(double Cores, double Bytes)> Day(int day)
    {
        if (random.NextDouble() < shape.ShiftsPerDay)
        {
            shift += 0.35 * Normal();
        }

        var weekend = day % 7 >= 5 ? 0.75 : 1;
        var todaysJob = jobHeight * Math.Exp(0.15 * Normal());
        var spike = memoryPeak * Math.Exp((memorySpread * Normal()) + (memoryKind == 3 ? drift * day / 7 : 0));
        if (memoryKind == 2)
        {
            spike = random.NextDouble() < 0.12 ? memoryPeak * Math.Pow(random.NextDouble(), -0.45) : memoryPeak * 0.3 * Math.Exp(0.1 * Normal());
        }

        if (memoryKind == 4 && day % 7 != jobStart % 7)
        {
            spike *= 0.3;
        }

        for (var i = 0; i < SamplesPerDay; i++)
        {
            yield return (Cpu(day, i, weekend, todaysJob), Memory(i, spike));
        }
    }

    private double Cpu(int day, int i, double weekend, double todaysJob)
    {
        walk = (0.97 * walk) + (noise * 0.24 * Normal());
        burst = random.NextDouble() < burstChance ? burstSize * Math.Exp(0.6 * Normal()) : burst * 0.45;
        var wave = 1 + (daily * Math.Sin(2 * Math.PI * i / SamplesPerDay));
        var use = level * weekend * wave * Math.Exp(walk + shift + (drift * day / 7));
        use *= isBusy ? 1 : 1 + burst;
        var sinceJob = (i - jobStart + SamplesPerDay) % SamplesPerDay;
        use += sinceJob < jobLength ? todaysJob : 0;
        return Cores * Math.Min(use, isBusy ? 1.04 : 1);
    }

    private double Memory(int i, double spike)
    {
        var quiet = memoryLevel * Math.Exp(0.12 * Normal());
        var distance = Math.Abs(i - memoryMinute);
        return Bytes * Math.Min(1, Math.Max(quiet, distance == 0 ? spike : distance < 3 ? spike * 0.45 : 0));
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private double Pick(double[] from) => from[random.Next(from.Length)];
}
