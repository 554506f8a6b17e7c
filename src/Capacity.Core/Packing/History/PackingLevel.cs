namespace Capacity.Core.Packing.History;

/// <summary>What figures of packing are about.</summary>
public enum PackingLevel
{
    /// <summary>The whole cluster.</summary>
    Cluster,

    /// <summary>A zone.</summary>
    Zone,

    /// <summary>What is kept for a role.</summary>
    Role,

    /// <summary>One agent.</summary>
    Agent,
}
