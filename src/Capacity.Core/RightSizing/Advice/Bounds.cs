using Capacity.Core.RightSizing.Policies;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>Puts what is needed within floors and caps, on steps or into the catalogue, and keeps the advice before it where little changed.</summary>
internal static class Bounds
{
    public static Given Apply(AppFacts app, RightSizingPolicy policy, JointPlan plan, Recommendation? previous)
    {
        var own = app.Overrides;
        var bounds = FloorsAndCaps.Of(app, policy);
        var (neededCores, neededBytes) = (UpTo(plan.Cores, policy.CpuStep.Cores), UpTo(plan.Bytes, policy.MemoryStep.Bytes));
        var (cpuCap, memoryCap) = (Cap(bounds.MostCores, app.Cpus.Cores, plan.Cores, neededCores), Cap(bounds.MostBytes, app.Memory.Bytes, plan.Bytes, neededBytes));
        var cores = Math.Min(cpuCap, Math.Max(bounds.LeastCores, neededCores));
        var bytes = Math.Min(memoryCap, Math.Max(bounds.LeastBytes, neededBytes));
        if (previous is { Cpu.Recommended: var oldCores, Memory.Recommended: var oldBytes, Count.Recommended: var oldCount } && oldCount == plan.Count)
        {
            cores = Keeps(oldCores, cores, plan.Cores, policy) && oldCores <= cpuCap && oldCores >= bounds.LeastCores ? oldCores : cores;
            bytes = Keeps(oldBytes, bytes, plan.Bytes, policy) && oldBytes <= memoryCap && oldBytes >= bounds.LeastBytes ? oldBytes : bytes;
        }

        var held = plan.Cores < bounds.LeastCores && own.CpuFloor is not null || plan.Bytes < bounds.LeastBytes && own.MemoryFloor is not null
            || (own.InstanceFloor is int floor && plan.Count == floor && floor > 1);
        var size = policy.Catalogue
            .Where(s => s.Cpus.Cores >= cores && s.Memory.Bytes >= bytes && s.Cpus.Cores <= cpuCap && s.Memory.Bytes <= memoryCap)
            .MinBy(s => policy.Prices.PerHour(s.Cpus, s.Memory));
        double? cpuHeldAt = plan.Cores > bounds.MostCores ? bounds.MostCores : null;
        double? memoryHeldAt = plan.Bytes > bounds.MostBytes ? bounds.MostBytes : null;
        return size is null ? new(cores, bytes, null, held, cpuHeldAt, memoryHeldAt) : new(size.Cpus.Cores, size.Memory.Bytes, size.Name, held, cpuHeldAt, memoryHeldAt);
    }

    /// <summary>A cap holds back growth only: what the app has now and needs is not taken away.</summary>
    private static double Cap(double most, double now, double needed, double neededSteps) => needed > most ? Math.Max(most, Math.Min(now, neededSteps)) : most;

    private static double UpTo(double amount, double step) => step > 0 ? Math.Round(Math.Ceiling((amount / step) - 1e-9) * step, 9) : amount;

    /// <summary>Little changed, and what was advised still covers the need, of which the loss of a failure domain is part.</summary>
    private static bool Keeps(double before, double now, double needed, RightSizingPolicy policy) =>
        before >= needed && before > 0 && Math.Abs(now - before) / before < policy.LeastChange;

    /// <param name="Cores">The CPU of an instance, in cores.</param>
    /// <param name="Bytes">The memory of an instance, in bytes.</param>
    /// <param name="Catalogue">The catalogue's name for it.</param>
    /// <param name="HeldByOwner">Whether the owner's floor decided.</param>
    /// <param name="CpuCap">The cap of CPU where it lies below the need, in cores.</param>
    /// <param name="MemoryCap">The cap of memory where it lies below the need, in bytes.</param>
    internal readonly record struct Given(double Cores, double Bytes, string? Catalogue, bool HeldByOwner, double? CpuCap, double? MemoryCap);
}
