using Capacity.Core.RightSizing.Policies;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>The least and the most that an instance of an app may have, by its labels, its team and the cluster.</summary>
/// <param name="LeastCores">The floor of CPU, in cores.</param>
/// <param name="MostCores">The cap of CPU, in cores; the largest number where there is none.</param>
/// <param name="LeastBytes">The floor of memory, in bytes.</param>
/// <param name="MostBytes">The cap of memory, in bytes; the largest number where there is none.</param>
internal readonly record struct FloorsAndCaps(double LeastCores, double MostCores, double LeastBytes, double MostBytes)
{
    /// <summary>Reads those of an app.</summary>
    public static FloorsAndCaps Of(AppFacts app, RightSizingPolicy policy) => new(
        (app.Overrides.CpuFloor ?? policy.CpuFloor).Cores,
        (app.Overrides.CpuCap ?? policy.CpuCap)?.Cores ?? double.MaxValue,
        (app.Overrides.MemoryFloor ?? policy.MemoryFloor).Bytes,
        (app.Overrides.MemoryCap ?? policy.MemoryCap)?.Bytes ?? double.MaxValue);
}
