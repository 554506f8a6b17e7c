namespace Capacity.Core.Packing.Solving;

/// <summary>Why an item cannot be placed on a machine.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">The resource, the constraint (<c>zone GROUP_BY</c>), the conflict (<c>web, batch, 1</c>) or the machine.</param>
public sealed record PlacementObstacle(ObstacleKind Kind, string Subject);
