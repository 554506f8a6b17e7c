namespace Capacity.Core.Packing.Solving;

/// <summary>Marathon's operators of placement constraints.</summary>
public enum ConstraintOperator
{
    /// <summary>At most one of the group for each value.</summary>
    Unique,

    /// <summary>All of the group on one value: the given one, or any.</summary>
    Cluster,

    /// <summary>The counts of the group on any two values differ by one at most.</summary>
    GroupBy,

    /// <summary>The value matches the regular expression as a whole.</summary>
    Like,

    /// <summary>The value does not match the regular expression, or there is none.</summary>
    Unlike,

    /// <summary>At most so many of the group for each value.</summary>
    MaxPer,

    /// <summary>The value is this one.</summary>
    Is,
}
