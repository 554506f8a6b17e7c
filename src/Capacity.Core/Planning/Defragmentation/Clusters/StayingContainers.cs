namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Containers that no plan moves.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Containers">How many there are.</param>
public sealed record StayingContainers(StayReason Reason, int Containers);
