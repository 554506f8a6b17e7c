using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Planning.Shapes;

/// <summary>The constraints that choose among agents, whatever else runs there.</summary>
internal static class ChoosingConstraints
{
    public static bool Chooses(PlacementConstraint constraint) =>
        constraint.Operator is ConstraintOperator.Like or ConstraintOperator.Unlike or ConstraintOperator.Is
        || constraint is { Operator: ConstraintOperator.Cluster, Value: not null };
}
