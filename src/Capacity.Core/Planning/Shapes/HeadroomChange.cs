namespace Capacity.Core.Planning.Shapes;

/// <summary>By how much a workload may grow before a change and after it, where 0.15 is 15 % more (growth headroom).</summary>
/// <param name="Before">Before.</param>
/// <param name="After">After.</param>
public readonly record struct HeadroomChange(double Before, double After);
