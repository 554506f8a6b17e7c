using Capacity.Core.RightSizing.Policies;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>Says what an app is and why.</summary>
internal static class Judge
{
    private const double Noticeable = 0.01;
    private const int LatelyDays = 7;

    /// <summary>Below these nobody acts: a tenth of a core or 128 MiB an instance, a core or a GiB an app.</summary>
    private const double InstanceCores = 0.1, AppCores = 1;
    private const double InstanceBytes = 128L << 20, AppBytes = 1L << 30;

    public static Recommendation Decide(
        Recommendation advice, Signs signs, JointPlan plan, Bounds.Given given, RightSizingPolicy policy, Recommendation? previous)
    {
        var from = previous?.IsOverProvisioned == true ? policy.ClearBelow : policy.FlagFrom;
        var instances = advice.App.Instances;
        var trusted = advice.Confidence.Grade <= ConfidenceGrade.C;
        var cpuWaste = signs.DaysWith(d => d.CpuRequested > 0 && Is(d.CpuRequested, given.Cores, from, InstanceCores, AppCores, instances)) >= policy.FlagDays
            && Is(advice.App.Cpus.Cores, given.Cores, from, InstanceCores, AppCores, instances);
        var memoryWaste = signs.DaysWith(d => d.MemoryRequested > 0 && Is(d.MemoryRequested, given.Bytes, from, InstanceBytes, AppBytes, instances)) >= policy.FlagDays
            && Is(advice.App.Memory.Bytes, given.Bytes, from, InstanceBytes, AppBytes, instances);
        var (cpuBig, memoryBig, many) = (trusted && cpuWaste, trusted && memoryWaste, trusted && advice.Count!.Surplus > 0);
        var small = IsTooSmall(advice, signs);
        var idle = signs.IsIdle(instances);
        var verdict = small ? Verdict.TooSmall
            : idle ? Verdict.Idle
            : many && (cpuBig || memoryBig) ? Verdict.TooBigAndTooMany
            : many ? Verdict.TooMany
            : cpuBig || memoryBig ? Verdict.TooBig
            : cpuWaste || memoryWaste || advice.Count!.Surplus > 0 ? Verdict.Unknown
            : Verdict.Fine;
        (ReasonCode Code, bool Holds)[] reasons =
        [
            (ReasonCode.OomSeen, signs.MemoryKills > 0),
            (ReasonCode.UseAtLimit, signs.CpuAtLimit > Noticeable || signs.MemoryAtLimit > Noticeable),
            (ReasonCode.Throttled, signs.Throttled > Noticeable),
            (ReasonCode.CapBelowNeed, (advice.Cpu!.Cap ?? advice.Memory!.Cap) is not null),
            (ReasonCode.Idle, idle),
            (ReasonCode.CpuOversized, cpuBig && !small),
            (ReasonCode.MemOversized, memoryBig && !small),
            (ReasonCode.TooManyInstances, many && !small),
            (ReasonCode.BelowPeak, policy.Targets.MemoryMayBeBelowPeak && given.Bytes < advice.Memory!.Peak?.Value),
            (ReasonCode.Optimised, verdict == Verdict.Fine && !advice.Cpu.IsHeldBack && !advice.Memory!.IsHeldBack),
            (ReasonCode.HaFloor, plan.HeldByDomains),
            (ReasonCode.OwnerFloor, given.HeldByOwner),
            (ReasonCode.Skewed, signs.Skew > JointPlanner.Skewed),
            (ReasonCode.JvmHeapFixed, signs.HasFixedHeap),
            (ReasonCode.CacheHeavy, signs.IsCacheHeavy),
            (ReasonCode.StartupSpike, signs.HasStartUpAbove(given.Cores)),
            (ReasonCode.WeeklyPeak, signs.HasWeeklyPeak),
            (ReasonCode.Batch, signs.IsBatch),
            (ReasonCode.OneWeekOnly, advice.Confidence.FullWeeks < 2),
            (ReasonCode.NewVersion, advice.Confidence.DaysSinceChange < LatelyDays),
        ];
        var codes = reasons.Where(r => r.Holds).Select(r => r.Code);

        // What nobody may act on yet says first what it waits for.
        return advice with { Verdict = verdict, Reasons = [.. verdict == Verdict.Unknown ? codes.OrderByDescending(IsWaiting) : codes] };
    }

    private static bool IsWaiting(ReasonCode code) => code is ReasonCode.OneWeekOnly or ReasonCode.NewVersion;

    /// <summary>Too small is said where it hurt: kills, a limit that held it back, or time above the request, not because a margin is missing.</summary>
    private static bool IsTooSmall(Recommendation advice, Signs signs)
    {
        var memory = advice.Memory!.Shortfall > 0 && (signs.MemoryKills > 0 || signs.MemoryAtLimit > Noticeable || advice.Memory.Peak?.Value > advice.Memory.Current);
        var cpu = advice.Cpu!.Shortfall > 0 && (signs.CpuAtLimit > Noticeable || signs.Throttled > Noticeable || advice.Cpu.P99 > advice.Cpu.Current);
        return memory || cpu;
    }

    private static bool Is(double current, double recommended, double from, double perInstance, double perApp, int instances) =>
        current - recommended is var waste && waste >= from * current && (waste >= perInstance || waste * instances >= perApp);
}
