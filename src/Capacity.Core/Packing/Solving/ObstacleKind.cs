namespace Capacity.Core.Packing.Solving;

/// <summary>What keeps an item from a machine.</summary>
public enum ObstacleKind
{
    /// <summary>The machine takes no new items.</summary>
    MachineClosed,

    /// <summary>The item may never be there: LIKE, UNLIKE, IS, a CLUSTER's value, a missing attribute, or the list of its machines.</summary>
    NotEligible,

    /// <summary>Too little is free of a resource.</summary>
    Resource,

    /// <summary>A constraint that depends on where the rest of the group is: UNIQUE, CLUSTER, GROUP_BY or MAX_PER.</summary>
    Constraint,

    /// <summary>Something there that it conflicts with.</summary>
    Conflict,
}
