namespace Capacity.Core.Cluster;

/// <summary>What of a node is large.</summary>
public enum ZNodeFindingKind
{
    /// <summary>Its data.</summary>
    Data,

    /// <summary>The list of its children's names.</summary>
    ChildrenList,
}
