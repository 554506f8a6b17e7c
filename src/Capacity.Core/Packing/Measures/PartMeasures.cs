namespace Capacity.Core.Packing.Measures;

/// <summary>What a zone, or what is kept for a role, comes to as a cluster of its own: its workload on its agents and nowhere else.</summary>
/// <param name="Headroom">By how much its workload may grow within it.</param>
/// <param name="Compaction">On how many of its agents its workload would fit.</param>
/// <param name="Efficiency">How many of its agents its workload needs.</param>
public sealed record PartMeasures(GrowthHeadroom Headroom, Compaction Compaction, BinPackingEfficiency Efficiency);
