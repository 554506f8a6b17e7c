using Capacity.Core.Packing.History;

namespace Capacity.Server.Api.Packing;

/// <summary>The headline figures of packing at one time; ratios are 0 to 1, and null where they are not known or do not apply.</summary>
/// <param name="At">When the cluster was like this.</param>
/// <param name="Name">The zone, role or agent; empty for the cluster.</param>
/// <param name="Agents">The number of agents.</param>
/// <param name="UsedAgents">How many of them run something.</param>
/// <param name="Containers">The number of containers.</param>
/// <param name="CpuAllocatedRatio">Allocated over total.</param>
/// <param name="CpuStrandedRatio">Stranded over total, in the ratio form.</param>
/// <param name="CpuThresholdRatio">Stranded over total, in the threshold form.</param>
/// <param name="CpuFragmentedRatio">Fragmented over free.</param>
/// <param name="MemoryAllocatedRatio">Allocated over total.</param>
/// <param name="MemoryStrandedRatio">Stranded over total, in the ratio form.</param>
/// <param name="MemoryThresholdRatio">Stranded over total, in the threshold form.</param>
/// <param name="MemoryFragmentedRatio">Fragmented over free.</param>
/// <param name="MixRoom">How many containers of the mean size find room.</param>
/// <param name="SmallRoom">How many more containers of 1 core and 4 GiB fit.</param>
/// <param name="MediumRoom">How many more containers of 4 cores and 16 GiB fit.</param>
/// <param name="LargeRoom">How many more containers of 16 cores and 64 GiB fit.</param>
/// <param name="HeadroomRatio">By how much the workload might grow; not of agents.</param>
/// <param name="CompactionRatio">The share of agents that it would fit on; not of agents.</param>
/// <param name="BoundRatio">The lower bound of agents over those in use; not of agents.</param>
/// <param name="RepackRatio">The agents after packing anew over those in use; not of agents.</param>
/// <param name="LossUnplaced">How many instances its loss would leave without a place; of the cluster the most of any zone.</param>
/// <param name="Risks">How many apps would lose their quorum with one failure; of a zone or agent with its own.</param>
public sealed record PackingPointDocument(
    DateTimeOffset At,
    string Name,
    int Agents,
    int UsedAgents,
    int Containers,
    double? CpuAllocatedRatio,
    double? CpuStrandedRatio,
    double? CpuThresholdRatio,
    double? CpuFragmentedRatio,
    double? MemoryAllocatedRatio,
    double? MemoryStrandedRatio,
    double? MemoryThresholdRatio,
    double? MemoryFragmentedRatio,
    double? MixRoom,
    long? SmallRoom,
    long? MediumRoom,
    long? LargeRoom,
    double? HeadroomRatio,
    double? CompactionRatio,
    double? BoundRatio,
    double? RepackRatio,
    int? LossUnplaced,
    int? Risks)
{
    /// <summary>The points as a table.</summary>
    public static readonly CsvTable<PackingPointDocument> Columns = new(
        ("time", p => p.At),
        ("name", p => p.Name),
        ("agents", p => p.Agents),
        ("used_agents", p => p.UsedAgents),
        ("containers", p => p.Containers),
        ("cpu_allocated_ratio", p => p.CpuAllocatedRatio),
        ("cpu_stranded_ratio", p => p.CpuStrandedRatio),
        ("cpu_threshold_ratio", p => p.CpuThresholdRatio),
        ("cpu_fragmented_ratio", p => p.CpuFragmentedRatio),
        ("memory_allocated_ratio", p => p.MemoryAllocatedRatio),
        ("memory_stranded_ratio", p => p.MemoryStrandedRatio),
        ("memory_threshold_ratio", p => p.MemoryThresholdRatio),
        ("memory_fragmented_ratio", p => p.MemoryFragmentedRatio),
        ("mix_room", p => p.MixRoom),
        ("small_room", p => p.SmallRoom),
        ("medium_room", p => p.MediumRoom),
        ("large_room", p => p.LargeRoom),
        ("headroom_ratio", p => p.HeadroomRatio),
        ("compaction_ratio", p => p.CompactionRatio),
        ("bound_ratio", p => p.BoundRatio),
        ("repack_ratio", p => p.RepackRatio),
        ("loss_unplaced", p => p.LossUnplaced),
        ("risks", p => p.Risks));

    /// <summary>Writes a point.</summary>
    public static PackingPointDocument Of(PackingPoint p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return new(
            p.At,
            p.Name,
            p.Agents,
            p.UsedAgents,
            p.Containers,
            p.Cpu.AllocatedRatio,
            p.Cpu.StrandedRatio,
            p.Cpu.ThresholdRatio,
            p.Cpu.FragmentedRatio,
            p.Memory.AllocatedRatio,
            p.Memory.StrandedRatio,
            p.Memory.ThresholdRatio,
            p.Memory.FragmentedRatio,
            p.MixRoom,
            p.Rooms?.Small,
            p.Rooms?.Medium,
            p.Rooms?.Large,
            p.HeadroomRatio,
            p.CompactionRatio,
            p.BoundRatio,
            p.RepackRatio,
            p.LossUnplaced,
            p.Risks);
    }
}
