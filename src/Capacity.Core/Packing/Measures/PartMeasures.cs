namespace Capacity.Core.Packing.Measures;

/// <summary>What a zone, or what is kept for a role, comes to as a cluster of its own: its workload on its agents and nowhere else.</summary>
/// <param name="At">When it was like this: up to a quarter of an hour before the report that it is in.</param>
/// <param name="Headroom">By how much its workload may grow within it.</param>
/// <param name="Compaction">On how many of its agents its workload would fit.</param>
/// <param name="Efficiency">How many of its agents its workload needs.</param>
public sealed record PartMeasures(DateTimeOffset At, GrowthHeadroom Headroom, Compaction Compaction, BinPackingEfficiency Efficiency);
