namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>What a plan does to one measure, whether or not it is its goal.</summary>
/// <param name="Goal">The goal whose measure it is.</param>
/// <param name="Before">The measure before the first step.</param>
/// <param name="After">The measure after the last one.</param>
public sealed record PlanEffect(DefragmentationGoal Goal, double Before, double After);
