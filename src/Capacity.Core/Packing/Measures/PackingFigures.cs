using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>How full a group of agents, or a role's part of them, is, and what of the rest can be used.</summary>
/// <remarks>Allocated, placeable, stranded and unusable together are the total, to the rounding of a byte or a billionth of a core.</remarks>
public sealed record PackingFigures
{
    /// <summary>Gets the name of the zone, role or agent; <see langword="null"/> for the cluster, and for agents without a zone.</summary>
    public required string? Name { get; init; }

    /// <summary>Gets the number of agents.</summary>
    public required int Agents { get; init; }

    /// <summary>Gets how many of them run something.</summary>
    public required int UsedAgents { get; init; }

    /// <summary>Gets the number of containers.</summary>
    public required int Containers { get; init; }

    /// <summary>Gets everything there is.</summary>
    public required ResourceVector Total { get; init; }

    /// <summary>Gets what is allocated (D1 over the total).</summary>
    public required ResourceVector Allocated { get; init; }

    /// <summary>Gets what is free and can be used by the workload's mix.</summary>
    public required ResourceVector Placeable { get; init; }

    /// <summary>Gets what is free and stranded, in the ratio form (D6); CPU and memory.</summary>
    public required ResourceVector Stranded { get; init; }

    /// <summary>Gets what is free on agents that take no new tasks.</summary>
    public required ResourceVector Unusable { get; init; }

    /// <summary>Gets what is stranded in the threshold form (D5); CPU and memory.</summary>
    public required ResourceVector StrandedByThreshold { get; init; }

    /// <summary>Gets what is fragmented of the free resources of agents that take new tasks (D7); CPU and memory.</summary>
    public required ResourceVector Fragmented { get; init; }

    /// <summary>Gets how many containers of today's mean size what is placeable comes to.</summary>
    public required double MixRoom { get; init; }

    /// <summary>Gets how many more containers of each shape fit (D2), in the order of <see cref="PackingReport.Shapes"/>; of a role into what is kept for it alone.</summary>
    public required IReadOnlyList<long> Rooms { get; init; }

    /// <summary>Gets what it comes to as a cluster of its own; <see langword="null"/> for the cluster, single agents, and where that was left out.</summary>
    public PartMeasures? Alone { get; init; }

    /// <summary>Gets what is free on agents that take new tasks.</summary>
    public ResourceVector Free => Placeable + Stranded;

    /// <summary>Gets the containers for each agent in use; <see langword="null"/> where none is.</summary>
    public double? ContainersPerUsedAgent => UsedAgents > 0 ? (double)Containers / UsedAgents : null;

    /// <summary>Gets the containers for each core there is; <see langword="null"/> where there is none.</summary>
    public double? ContainersPerCore => Total.Cpus > CpuCores.Zero ? Containers / Total.Cpus.Cores : null;

    /// <summary>Gets the allocated cores of each container on average; <see langword="null"/> where there is none.</summary>
    public double? CoresPerContainer => Containers > 0 ? Allocated.Cpus.Cores / Containers : null;

    /// <summary>Adds up parts of a group.</summary>
    internal static PackingFigures Sum(string? name, IReadOnlyCollection<PackingFigures> parts) => new()
    {
        Name = name,
        Agents = parts.Sum(p => p.Agents),
        UsedAgents = parts.Sum(p => p.UsedAgents),
        Containers = parts.Sum(p => p.Containers),
        Total = parts.Sum(p => p.Total),
        Allocated = parts.Sum(p => p.Allocated),
        Placeable = parts.Sum(p => p.Placeable),
        Stranded = parts.Sum(p => p.Stranded),
        Unusable = parts.Sum(p => p.Unusable),
        StrandedByThreshold = parts.Sum(p => p.StrandedByThreshold),
        Fragmented = parts.Sum(p => p.Fragmented),
        MixRoom = parts.Sum(p => p.MixRoom),
        Rooms = [.. Enumerable.Range(0, parts.Select(p => p.Rooms.Count).DefaultIfEmpty().Max()).Select(s => parts.Sum(p => p.Rooms[s]))],
    };
}
