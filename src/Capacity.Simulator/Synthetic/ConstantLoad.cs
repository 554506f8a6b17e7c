namespace Capacity.Simulator.Synthetic;

/// <summary>A container that uses the same at all times.</summary>
/// <param name="executor">The container.</param>
/// <param name="cpuUse">The mean CPU that it uses, as a ratio of its request.</param>
/// <param name="memoryUse">The memory that it uses, as a ratio of its request.</param>
internal sealed class ConstantLoad(SyntheticExecutor executor, double cpuUse, double memoryUse) : IContainerLoad
{
    private const double PeriodsPerSecond = 10;

    public ContainerUsage At(DateTimeOffset at)
    {
        var limit = executor.OnAgent;
        var age = (at - executor.StartedAt).TotalSeconds;
        var periods = (long)(age * PeriodsPerSecond * Math.Min(1, 4 * cpuUse));
        var throttled = cpuUse > 0.7 ? (long)(periods * (cpuUse - 0.7)) : 0;
        var memory = Pages(limit.Memory.Bytes * memoryUse);
        return new()
        {
            CpuSeconds = age * cpuUse * limit.Cpus.Cores,
            Periods = periods,
            ThrottledPeriods = throttled,
            ThrottledSeconds = throttled * 0.0333219,
            CpuLimit = limit.Cpus.Cores,
            MemoryBytes = memory,
            CacheBytes = Pages(memory * 0.2),
            KernelBytes = Pages(memory * 0.02),
            MemoryLimitBytes = limit.Memory.Bytes,
            DiskUsedBytes = limit.Disk.Bytes / 4096 / 3 * 4096,
        };
    }

    /// <summary>Rounds down to whole pages, as the kernel counts.</summary>
    private static long Pages(double bytes) => (long)bytes / 4096 * 4096;
}
