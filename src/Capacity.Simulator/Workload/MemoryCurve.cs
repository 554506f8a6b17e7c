namespace Capacity.Simulator.Workload;

/// <summary>The memory of one instance over its life: some that it has whatever it does, and some that goes with its load.</summary>
/// <param name="AtRest">What it holds without load once it is warm, in bytes; page cache comes on top.</param>
/// <param name="PerCore">What a core of load adds, in bytes.</param>
/// <param name="WarmUp">How long it takes to hold two thirds of that.</param>
/// <param name="CacheRatio">How much of all it has, where there is room, is page cache, from 0 to below 1.</param>
/// <param name="LeakBytesPerSecond">How fast it grows beyond that; 0 for not at all.</param>
internal sealed record MemoryCurve(double AtRest, double PerCore, TimeSpan WarmUp, double CacheRatio, double LeakBytesPerSecond)
{
    private const double KernelRatio = 0.02;

    /// <summary>Gets what it holds without page cache, in bytes, in whole pages.</summary>
    /// <param name="age">How long it runs.</param>
    /// <param name="cores">The CPU that it uses.</param>
    public long At(TimeSpan age, double cores) => Pages(
        ((AtRest + (PerCore * cores)) * (0.4 + (0.6 * (1 - Math.Exp(-age / WarmUp))))) + (LeakBytesPerSecond * age.TotalSeconds));

    /// <summary>Gets the page cache beside it, which the kernel takes back before a limit is exceeded.</summary>
    /// <param name="own">What it holds without page cache, in bytes.</param>
    /// <param name="limit">What it may hold in all, in bytes.</param>
    public long CacheBeside(long own, long limit) => Pages(Math.Clamp(own * CacheRatio / (1 - CacheRatio), 0, Math.Max(0, limit - own)));

    public static long Kernel(long total) => Pages(total * KernelRatio);

    /// <summary>Says how old it gets before it exceeds its limit; <see langword="null"/> where it does not leak.</summary>
    public TimeSpan? LifeUnder(long limit) => LeakBytesPerSecond <= 0 ? null : TimeSpan.FromSeconds(Math.Max(60, (limit - AtRest) / LeakBytesPerSecond));

    /// <summary>Rounds down to whole pages, as the kernel counts.</summary>
    public static long Pages(double bytes) => (long)bytes / 4096 * 4096;
}
