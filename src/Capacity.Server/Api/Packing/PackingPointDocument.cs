using Capacity.Core.Packing.History;

namespace Capacity.Server.Api.Packing;

/// <summary>The headline figures of packing at one time; ratios are 0 to 1, and null where they are not known.</summary>
/// <param name="At">When the cluster was like this.</param>
/// <param name="Name">The zone or role; empty for the cluster.</param>
/// <param name="Agents">The number of agents.</param>
/// <param name="UsedAgents">How many of them run something.</param>
/// <param name="Containers">The number of containers.</param>
/// <param name="CpuAllocatedRatio">Allocated over total.</param>
/// <param name="CpuStrandedRatio">Stranded over total.</param>
/// <param name="CpuFragmentedRatio">Fragmented over free.</param>
/// <param name="MemoryAllocatedRatio">Allocated over total.</param>
/// <param name="MemoryStrandedRatio">Stranded over total.</param>
/// <param name="MemoryFragmentedRatio">Fragmented over free.</param>
/// <param name="HeadroomRatio">By how much the workload might grow; of the cluster only.</param>
/// <param name="CompactionRatio">The share of agents that it would fit on; of the cluster only.</param>
/// <param name="BoundRatio">The lower bound of agents over those in use; of the cluster only.</param>
/// <param name="RepackRatio">The agents after packing anew over those in use; of the cluster only.</param>
/// <param name="ZoneLossUnplaced">The most instances that the loss of a zone would leave without a place; of the cluster only.</param>
public sealed record PackingPointDocument(
    DateTimeOffset At,
    string Name,
    int Agents,
    int UsedAgents,
    int Containers,
    double? CpuAllocatedRatio,
    double? CpuStrandedRatio,
    double? CpuFragmentedRatio,
    double? MemoryAllocatedRatio,
    double? MemoryStrandedRatio,
    double? MemoryFragmentedRatio,
    double? HeadroomRatio,
    double? CompactionRatio,
    double? BoundRatio,
    double? RepackRatio,
    int? ZoneLossUnplaced)
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
        ("cpu_fragmented_ratio", p => p.CpuFragmentedRatio),
        ("memory_allocated_ratio", p => p.MemoryAllocatedRatio),
        ("memory_stranded_ratio", p => p.MemoryStrandedRatio),
        ("memory_fragmented_ratio", p => p.MemoryFragmentedRatio),
        ("headroom_ratio", p => p.HeadroomRatio),
        ("compaction_ratio", p => p.CompactionRatio),
        ("bound_ratio", p => p.BoundRatio),
        ("repack_ratio", p => p.RepackRatio),
        ("zone_loss_unplaced", p => p.ZoneLossUnplaced));

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
            p.CpuAllocatedRatio,
            p.CpuStrandedRatio,
            p.CpuFragmentedRatio,
            p.MemoryAllocatedRatio,
            p.MemoryStrandedRatio,
            p.MemoryFragmentedRatio,
            p.HeadroomRatio,
            p.CompactionRatio,
            p.BoundRatio,
            p.RepackRatio,
            p.ZoneLossUnplaced);
    }
}
