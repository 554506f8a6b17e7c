namespace Capacity.Core.Cluster;

/// <summary>A node that is near or beyond what fits into one packet.</summary>
/// <param name="Node">The node.</param>
/// <param name="Kind">What of it is large.</param>
/// <param name="Critical">Whether the higher threshold is passed, not only the lower one.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="ThresholdBytes">The threshold that it passed; <paramref name="Bytes"/> is more than this.</param>
public sealed record ZNodeFinding(ZNode Node, ZNodeFindingKind Kind, bool Critical, long Bytes, long ThresholdBytes);
