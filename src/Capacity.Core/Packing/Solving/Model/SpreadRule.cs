namespace Capacity.Core.Packing.Solving.Model;

/// <summary>A constraint that depends on where the rest of the group is.</summary>
/// <param name="Counter">The index of the counter of the group's items by value.</param>
/// <param name="Operator">Unique and MaxPer, Cluster or GroupBy.</param>
/// <param name="Most">For Unique and MaxPer: how many there may be on a value. For GroupBy with fewer values than asked for: one.</param>
/// <param name="Constraint">The constraint, for people.</param>
internal sealed record SpreadRule(int Counter, ConstraintOperator Operator, int Most, PlacementConstraint Constraint);
