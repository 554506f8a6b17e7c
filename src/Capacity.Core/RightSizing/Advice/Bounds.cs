using Capacity.Core.RightSizing.Policies;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>Puts what is needed within floors and caps, on steps or into the catalogue, and keeps the advice before it where little changed.</summary>
internal static class Bounds
{
    public static Given Apply(AppFacts app, RightSizingPolicy policy, JointPlan plan, Recommendation? previous)
    {
        var own = app.Overrides;
        var (cpuFloor, cpuCap) = ((own.CpuFloor ?? policy.CpuFloor).Cores, (own.CpuCap ?? policy.CpuCap)?.Cores ?? double.MaxValue);
        var (memoryFloor, memoryCap) = ((own.MemoryFloor ?? policy.MemoryFloor).Bytes, (own.MemoryCap ?? policy.MemoryCap)?.Bytes ?? double.MaxValue);
        var cores = Math.Min(cpuCap, Math.Max(cpuFloor, UpTo(plan.Cores, policy.CpuStep.Cores)));
        var bytes = Math.Min(memoryCap, Math.Max(memoryFloor, UpTo(plan.Bytes, policy.MemoryStep.Bytes)));
        if (previous is { Cpu.Recommended: var oldCores, Memory.Recommended: var oldBytes, Count.Recommended: var oldCount } && oldCount == plan.Count)
        {
            cores = Keeps(oldCores, cores, plan.Cores, policy) && oldCores <= cpuCap && oldCores >= cpuFloor ? oldCores : cores;
            bytes = Keeps(oldBytes, bytes, plan.Bytes, policy) && oldBytes <= memoryCap && oldBytes >= memoryFloor ? oldBytes : bytes;
        }

        var held = plan.Cores < cpuFloor && own.CpuFloor is not null || plan.Bytes < memoryFloor && own.MemoryFloor is not null
            || (own.InstanceFloor is int floor && plan.Count == floor && floor > 1);
        var size = policy.Catalogue
            .Where(s => s.Cpus.Cores >= cores && s.Memory.Bytes >= bytes && s.Cpus.Cores <= cpuCap && s.Memory.Bytes <= memoryCap)
            .MinBy(s => policy.Prices.PerHour(s.Cpus, s.Memory));
        return size is null ? new(cores, bytes, null, held) : new(size.Cpus.Cores, size.Memory.Bytes, size.Name, held);
    }

    private static double UpTo(double amount, double step) => step > 0 ? Math.Round(Math.Ceiling((amount / step) - 1e-9) * step, 9) : amount;

    /// <summary>Little changed, and what was advised still covers the need, of which the loss of a failure domain is part.</summary>
    private static bool Keeps(double before, double now, double needed, RightSizingPolicy policy) =>
        before >= needed && before > 0 && Math.Abs(now - before) / before < policy.LeastChange;

    /// <param name="Cores">The CPU of an instance, in cores.</param>
    /// <param name="Bytes">The memory of an instance, in bytes.</param>
    /// <param name="Catalogue">The catalogue's name for it.</param>
    /// <param name="HeldByOwner">Whether the owner's floor decided.</param>
    internal readonly record struct Given(double Cores, double Bytes, string? Catalogue, bool HeldByOwner);
}
