namespace Capacity.Core.Planning.Forecasting.History;

/// <summary>What one look at the cluster, or the looks of an hour in the mean, say of a cut.</summary>
/// <param name="Cut">The part of the cluster.</param>
/// <param name="Total">What there is; nothing is known of a team, which has nothing of its own.</param>
/// <param name="Allocated">What is allocated.</param>
/// <param name="Used">What is used, as far as it was measured, reckoned up to all containers; CPU and memory only.</param>
public readonly record struct DemandReading(DemandCut Cut, DemandAmounts Total, DemandAmounts Allocated, DemandAmounts Used);
