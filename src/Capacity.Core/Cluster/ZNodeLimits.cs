namespace Capacity.Core.Cluster;

/// <summary>The sizes at which a znode is worth a warning.</summary>
/// <remarks>
/// ZooKeeper's <c>jute.maxbuffer</c> is 0xfffff = 1 048 575 bytes unless both sides are configured otherwise, and it bounds a
/// whole packet: the data with its path and headers, all writes of one <c>multi</c>, or the names of all children at once. A server
/// answers a packet that is longer by closing the session, and a client that gets one does so too; then both try again. Writers that
/// keep an old and a new version in one packet meet the bound at half of it. Sizes here are in kB of 1000 bytes.
/// </remarks>
public static class ZNodeLimits
{
    /// <summary>The longest packet in bytes, by the default of <c>jute.maxbuffer</c>.</summary>
    public const long MaxPacketBytes = 1_048_575;

    /// <summary>More data than this in one node, in bytes, is worth a warning: two versions of it do not fit into one packet.</summary>
    public const long DataWarningBytes = 512_000;

    /// <summary>More data than this in one node, in bytes, is critical: a small change may take it beyond one packet.</summary>
    public const long DataCriticalBytes = 900_000;

    /// <summary>A longer list of children than this, in bytes, is worth a warning: nobody can list them once it outgrows one packet.</summary>
    public const long ChildrenListWarningBytes = 500_000;

    /// <summary>A longer list of children than this, in bytes, is critical.</summary>
    public const long ChildrenListCriticalBytes = 900_000;

    /// <summary>Finds the nodes beyond a threshold among the largest of a survey, critical ones first, then by size.</summary>
    public static IReadOnlyList<ZNodeFinding> Check(ZNodeSurvey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var data = survey.LargestByData.Select(static node =>
            Check(node, ZNodeFindingKind.Data, node.DataBytes, DataWarningBytes, DataCriticalBytes));
        var lists = survey.LargestByChildren.Select(static node =>
            Check(node, ZNodeFindingKind.ChildrenList, node.ChildrenListBytes ?? 0, ChildrenListWarningBytes, ChildrenListCriticalBytes));
        return [.. data.Concat(lists)
            .OfType<ZNodeFinding>()
            .OrderByDescending(static finding => finding.Critical)
            .ThenByDescending(static finding => finding.Bytes)
            .ThenBy(static finding => finding.Node.Path, StringComparer.Ordinal)];
    }

    private static ZNodeFinding? Check(ZNode node, ZNodeFindingKind kind, long bytes, long warning, long critical) =>
        bytes > critical ? new(node, kind, true, bytes, critical)
        : bytes > warning ? new(node, kind, false, bytes, warning)
        : null;
}
