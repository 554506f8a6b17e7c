using Capacity.Core.Units;
using Capacity.Simulator.Synthetic;
using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Model;

/// <summary>What one instance of a planned app uses.</summary>
/// <param name="plan">The app.</param>
/// <param name="agent">Where it runs.</param>
/// <param name="startedAt">When it started.</param>
/// <param name="limit">What the agent gave its container.</param>
/// <param name="share">Its part of the load of one instance, from 0 to 1; no two get quite the same.</param>
internal sealed class InstanceLoad(AppPlan plan, AgentNode agent, DateTimeOffset startedAt, ResourceVector limit, double share) : IContainerLoad
{
    private const double PeriodsPerSecond = 10;
    private const double SecondsPerThrottledPeriod = 0.0333219;

    /// <summary>After its restart an agent knows no limit until the executors are back.</summary>
    private static readonly TimeSpan LimitsUnknown = TimeSpan.FromSeconds(4);

    /// <summary>What a host really has, which a container without a limit may use.</summary>
    private const double HostCores = 64;
    private const long HostMemory = 1L << 39;

    /// <summary>A container is held back more at noon than at night; the tenth part at least.</summary>
    private static readonly Wave Held = new(0.9, 86400, -Math.PI / 2);

    public ContainerUsage At(DateTimeOffset at)
    {
        var age = at > startedAt ? at - startedAt : TimeSpan.Zero;
        var end = startedAt + age;
        var busy = plan.ThrottledRatio > 0.01 ? 1 : 0.4;
        var periods = PeriodsPerSecond * busy * age.TotalSeconds;
        var throttled = PeriodsPerSecond * busy * plan.ThrottledRatio * (age.TotalSeconds + Held.Until(Seconds(end)) - Held.Until(Seconds(startedAt)));
        var own = Math.Min(plan.Memory.At(age, share * plan.Load.At(end)), limit.Memory.Bytes);
        var cache = plan.Memory.CacheBeside(own, limit.Memory.Bytes);
        var isKnown = at >= agent.RecoveringUntil + LimitsUnknown;
        return new()
        {
            CpuSeconds = Math.Max(0, share * plan.Load.Between(startedAt, end)),
            Periods = (long)periods,
            ThrottledPeriods = (long)Math.Max(0, throttled),
            ThrottledSeconds = Math.Max(0, throttled) * SecondsPerThrottledPeriod,
            CpuLimit = !isKnown ? null : plan.Shape.HasLimits ? HostCores : limit.Cpus.Cores,
            MemoryBytes = own + cache,
            CacheBytes = cache,
            KernelBytes = MemoryCurve.Kernel(own + cache),
            MemoryLimitBytes = !isKnown ? null : plan.Shape.HasLimits ? Math.Min(2 * limit.Memory.Bytes, HostMemory) : limit.Memory.Bytes,
            DiskUsedBytes = isKnown ? MemoryCurve.Pages(limit.Disk.Bytes * 0.6 * (1 - Math.Exp(-age.TotalDays))) : 0,
        };
    }

    private static double Seconds(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).TotalSeconds;
}
