namespace Capacity.Core.Checks;

/// <summary>What a check looks at. Where that is missing or too old, the check is blind and leaves everything as it was.</summary>
public enum CheckBasis
{
    /// <summary>The service itself, which is always there.</summary>
    Service,

    /// <summary>What the masters said last.</summary>
    Masters,

    /// <summary>The last collection of everything.</summary>
    Collection,

    /// <summary>The last look at ZooKeeper.</summary>
    ZooKeeper,

    /// <summary>The last packing report.</summary>
    Packing,
}
