namespace Capacity.Server.Api.Packing;

/// <summary>Where one resource of a group of agents is, in the unit that the name of the property says.</summary>
/// <param name="Total">All there is.</param>
/// <param name="Allocated">What runs tasks.</param>
/// <param name="Placeable">What is free and of use to the workload's mix.</param>
/// <param name="Stranded">What is free and of none, in the ratio form.</param>
/// <param name="Unusable">What is free on agents that take no new tasks.</param>
/// <param name="StrandedByThreshold">What is stranded in the threshold form.</param>
/// <param name="Fragmented">What is free in pieces too small for the workload's containers.</param>
/// <param name="AllocatedRatio">Allocated over total, 0 to 1; null where there is none.</param>
/// <param name="StrandedRatio">Stranded over total, 0 to 1; null where there is none.</param>
/// <param name="FragmentedRatio">Fragmented over placeable and stranded, 0 to 1; null where nothing is free.</param>
public sealed record AmountsDocument(
    double Total,
    double Allocated,
    double Placeable,
    double Stranded,
    double Unusable,
    double StrandedByThreshold,
    double Fragmented,
    double? AllocatedRatio,
    double? StrandedRatio,
    double? FragmentedRatio);
