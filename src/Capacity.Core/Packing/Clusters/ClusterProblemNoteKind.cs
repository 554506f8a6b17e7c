namespace Capacity.Core.Packing.Clusters;

/// <summary>What a packing problem leaves out or simplifies of a cluster.</summary>
public enum ClusterProblemNoteKind
{
    /// <summary>An agent that counts as capacity and whose size nobody has said yet: it is left out with all that runs there.</summary>
    SizeUnknown,

    /// <summary>A constraint that is none of Marathon's: it is left out.</summary>
    ConstraintUnknown,

    /// <summary>More runs on an agent than it has: it is taken to have as much as runs there.</summary>
    Overcommitted,
}
