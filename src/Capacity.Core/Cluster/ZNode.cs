namespace Capacity.Core.Cluster;

/// <summary>One node of ZooKeeper's tree, as far as its size goes. Its data is not read.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="DataBytes">The bytes of data as ZooKeeper keeps them, so after compression if the writer compresses; 0 or more.</param>
/// <param name="Children">The number of direct children; 0 or more.</param>
public sealed record ZNode(string Path, long DataBytes, int Children)
{
    /// <summary>
    /// Gets about how many bytes an answer with the names of all children takes: each name and 4 bytes for its length.
    /// <see langword="null"/> where the children were not listed.
    /// </summary>
    public long? ChildrenListBytes { get; init; }
}
