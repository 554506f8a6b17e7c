using Capacity.Core.RightSizing.Advice;
using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Tracking;

/// <summary>The size of an app's instances, and how many there are.</summary>
/// <param name="Cpus">CPU of an instance.</param>
/// <param name="Memory">Memory of an instance.</param>
/// <param name="Instances">The instances, 0 or more.</param>
public sealed record Shape(CpuCores Cpus, MemorySize Memory, int Instances)
{
    /// <summary>Gives what an app has now.</summary>
    public static Shape Now(AppFacts app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return new(app.Cpus, app.Memory, app.Instances);
    }

    /// <summary>Gives what is advised; <see langword="null"/> where nothing is.</summary>
    public static Shape? Advised(Recommendation advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return advice is { Cpu: { } cpu, Memory: { } memory, Count: { } count }
            ? new(CpuCores.FromCores(cpu.Recommended), MemorySize.FromBytes((long)memory.Recommended), count.Recommended)
            : null;
    }
}
