namespace Capacity.Simulator.Workload;

/// <summary>The memory of one instance over its life.</summary>
/// <param name="Bytes">What it holds once it is warm.</param>
/// <param name="WarmUp">How long it takes to hold two thirds of that.</param>
/// <param name="CacheRatio">How much of it is page cache, from 0 to below 1.</param>
/// <param name="LeakBytesPerSecond">How fast it grows beyond that; 0 for not at all.</param>
internal sealed record MemoryCurve(double Bytes, TimeSpan WarmUp, double CacheRatio, double LeakBytesPerSecond)
{
    private const double KernelRatio = 0.02;

    /// <summary>Gets all memory in bytes, in whole pages.</summary>
    public long At(TimeSpan age) => Pages(
        (Bytes * (0.4 + (0.6 * (1 - Math.Exp(-age / WarmUp))))) + (LeakBytesPerSecond * age.TotalSeconds));

    public static long Kernel(long total) => Pages(total * KernelRatio);

    /// <summary>Says how old it gets before it exceeds its limit; <see langword="null"/> where it does not leak.</summary>
    public TimeSpan? LifeUnder(long limit) => LeakBytesPerSecond <= 0 ? null : TimeSpan.FromSeconds(Math.Max(60, (limit - Bytes) / LeakBytesPerSecond));

    /// <summary>Rounds down to whole pages, as the kernel counts.</summary>
    public static long Pages(double bytes) => (long)bytes / 4096 * 4096;
}
