using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Policies;

/// <summary>What a team or an app wants otherwise than the cluster. Whatever is <see langword="null"/> stays as it is.</summary>
public sealed record PolicyOverrides
{
    /// <summary>Nothing otherwise.</summary>
    public static PolicyOverrides None { get; } = new();

    /// <summary>Gets the least CPU of an instance.</summary>
    public CpuCores? CpuFloor { get; init; }

    /// <summary>Gets the most CPU of an instance.</summary>
    public CpuCores? CpuCap { get; init; }

    /// <summary>Gets the least memory of an instance.</summary>
    public MemorySize? MemoryFloor { get; init; }

    /// <summary>Gets the most memory of an instance.</summary>
    public MemorySize? MemoryCap { get; init; }

    /// <summary>Gets the fewest instances, 0 or more.</summary>
    public int? InstanceFloor { get; init; }

    /// <summary>Lays another set over this one: what it says wins.</summary>
    public PolicyOverrides Under(PolicyOverrides over)
    {
        ArgumentNullException.ThrowIfNull(over);
        return new()
        {
            CpuFloor = over.CpuFloor ?? CpuFloor,
            CpuCap = over.CpuCap ?? CpuCap,
            MemoryFloor = over.MemoryFloor ?? MemoryFloor,
            MemoryCap = over.MemoryCap ?? MemoryCap,
            InstanceFloor = over.InstanceFloor ?? InstanceFloor,
        };
    }
}
