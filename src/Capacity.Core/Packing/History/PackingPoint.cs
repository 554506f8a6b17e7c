using Capacity.Core.Packing.Measures;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.History;

/// <summary>The headline figures of packing at one time: what a report comes to, small enough to be kept.</summary>
public sealed record PackingPoint
{
    /// <summary>Gets when the cluster was like this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets what it is about.</summary>
    public required PackingLevel Level { get; init; }

    /// <summary>Gets the zone or role; empty for the cluster, and for agents without a zone.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the number of agents.</summary>
    public required int Agents { get; init; }

    /// <summary>Gets how many of them run something.</summary>
    public required int UsedAgents { get; init; }

    /// <summary>Gets the number of containers.</summary>
    public required int Containers { get; init; }

    /// <summary>Gets the allocated share of CPU, 0 to 1; <see langword="null"/> where there is none.</summary>
    public double? CpuAllocatedRatio { get; init; }

    /// <summary>Gets the stranded share of CPU, 0 to 1.</summary>
    public double? CpuStrandedRatio { get; init; }

    /// <summary>Gets the fragmented share of free CPU, 0 to 1; <see langword="null"/> where none is free.</summary>
    public double? CpuFragmentedRatio { get; init; }

    /// <summary>Gets the allocated share of memory, 0 to 1; <see langword="null"/> where there is none.</summary>
    public double? MemoryAllocatedRatio { get; init; }

    /// <summary>Gets the stranded share of memory, 0 to 1.</summary>
    public double? MemoryStrandedRatio { get; init; }

    /// <summary>Gets the fragmented share of free memory, 0 to 1; <see langword="null"/> where none is free.</summary>
    public double? MemoryFragmentedRatio { get; init; }

    /// <summary>Gets by how much the workload might grow; of the cluster only.</summary>
    public double? HeadroomRatio { get; init; }

    /// <summary>Gets the share of agents that the workload would fit on; of the cluster only.</summary>
    public double? CompactionRatio { get; init; }

    /// <summary>Gets the lower bound of agents over the agents in use; of the cluster only.</summary>
    public double? BoundRatio { get; init; }

    /// <summary>Gets the agents after packing anew over the agents in use; of the cluster only.</summary>
    public double? RepackRatio { get; init; }

    /// <summary>Gets the most instances that the loss of a zone would leave without a place; of the cluster only.</summary>
    public int? ZoneLossUnplaced { get; init; }

    /// <summary>Takes the headline figures of a report: the cluster's first, then zones and roles.</summary>
    public static IReadOnlyList<PackingPoint> Of(PackingReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            Of(report.At, PackingLevel.Cluster, report.Cluster) with
            {
                HeadroomRatio = report.Headroom.Ratio,
                CompactionRatio = report.Compaction?.Ratio,
                BoundRatio = report.Efficiency?.BoundRatio,
                RepackRatio = report.Efficiency?.RepackRatio,
                ZoneLossUnplaced = report.Losses.Where(l => l.Level == DomainLevel.Zone).Select(l => (int?)l.Unplaced).Max(),
            },
            .. report.Zones.Select(z => Of(report.At, PackingLevel.Zone, z)),
            .. report.Roles.Select(r => Of(report.At, PackingLevel.Role, r)),
        ];
    }

    private static PackingPoint Of(DateTimeOffset at, PackingLevel level, PackingFigures f) => new()
    {
        At = at,
        Level = level,
        Name = f.Name ?? string.Empty,
        Agents = f.Agents,
        UsedAgents = f.UsedAgents,
        Containers = f.Containers,
        CpuAllocatedRatio = Ratio(f.Allocated.Cpus, f.Total.Cpus),
        CpuStrandedRatio = Ratio(f.Stranded.Cpus, f.Total.Cpus),
        CpuFragmentedRatio = Ratio(f.Fragmented.Cpus, f.Free.Cpus),
        MemoryAllocatedRatio = Ratio(f.Allocated.Memory, f.Total.Memory),
        MemoryStrandedRatio = Ratio(f.Stranded.Memory, f.Total.Memory),
        MemoryFragmentedRatio = Ratio(f.Fragmented.Memory, f.Free.Memory),
    };

    private static double? Ratio(CpuCores part, CpuCores whole) => whole > CpuCores.Zero ? part.Cores / whole.Cores : null;

    private static double? Ratio(MemorySize part, MemorySize whole) => whole > MemorySize.Zero ? (double)part.Bytes / whole.Bytes : null;
}
