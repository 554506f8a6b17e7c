using Capacity.Core.Units;

namespace Capacity.Core.Scanning;

/// <summary>What a group of containers used, and how many of them that is known of.</summary>
/// <param name="Containers">The containers in the group.</param>
/// <param name="CpuMeasured">How many of them have a CPU figure.</param>
/// <param name="MemoryMeasured">How many of them have a memory figure.</param>
/// <param name="Cpus">Mean CPU of those that have a figure; <see langword="null"/> where none has.</param>
/// <param name="Memory">Working set of those that have a figure; <see langword="null"/> where none has.</param>
/// <param name="CpusWasted">What those with a CPU figure are allocated and did not use, container by container, so that one that takes more than it asked for hides nothing of the others.</param>
/// <param name="MemoryWasted">The same for memory.</param>
public sealed record UsageFigures(
    int Containers,
    int CpuMeasured,
    int MemoryMeasured,
    CpuCores? Cpus,
    MemorySize? Memory,
    CpuCores? CpusWasted,
    MemorySize? MemoryWasted)
{
    /// <summary>Gets what no containers use.</summary>
    internal static UsageFigures None { get; } = new(0, 0, 0, null, null, null, null);

    /// <summary>Adds up containers.</summary>
    internal static UsageFigures Of(IReadOnlyCollection<MeasuredContainer> containers)
    {
        var cpu = containers.Where(c => c.Cpus is not null).ToList();
        var memory = containers.Where(c => c.Memory is not null).ToList();
        return new(
            containers.Count,
            cpu.Count,
            memory.Count,
            cpu.Count == 0 ? null : cpu.Aggregate(CpuCores.Zero, (sum, c) => sum + c.Cpus!.Value),
            memory.Count == 0 ? null : memory.Aggregate(MemorySize.Zero, (sum, c) => sum + c.Memory!.Value),
            cpu.Count == 0 ? null : cpu.Aggregate(CpuCores.Zero, (sum, c) => sum + c.Container.Allocated.Cpus.LessOrZero(c.Cpus!.Value)),
            memory.Count == 0 ? null : memory.Aggregate(MemorySize.Zero, (sum, c) => sum + c.Container.Allocated.Memory.LessOrZero(c.Memory!.Value)));
    }
    /// <summary>Adds up groups that have no container in common.</summary>
    internal static UsageFigures Sum(IReadOnlyCollection<UsageFigures> groups)
    {
        var cpu = groups.Where(g => g.Cpus is not null).ToList();
        var memory = groups.Where(g => g.Memory is not null).ToList();
        return new(
            groups.Sum(g => g.Containers),
            groups.Sum(g => g.CpuMeasured),
            groups.Sum(g => g.MemoryMeasured),
            cpu.Count == 0 ? null : cpu.Aggregate(CpuCores.Zero, (sum, g) => sum + g.Cpus!.Value),
            memory.Count == 0 ? null : memory.Aggregate(MemorySize.Zero, (sum, g) => sum + g.Memory!.Value),
            cpu.Count == 0 ? null : cpu.Aggregate(CpuCores.Zero, (sum, g) => sum + g.CpusWasted!.Value),
            memory.Count == 0 ? null : memory.Aggregate(MemorySize.Zero, (sum, g) => sum + g.MemoryWasted!.Value));
    }
}
