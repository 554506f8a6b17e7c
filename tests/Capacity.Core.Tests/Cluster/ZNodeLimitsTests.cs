using Capacity.Core.Cluster;
using Xunit;

namespace Capacity.Core.Tests.Cluster;

public sealed class ZNodeLimitsTests
{
    [Fact]
    public void Check_NodesAroundTheThresholds_FindsThoseBeyondThemCriticalFirst()
    {
        ZNode[] nodes =
        [
            new("/small", 512_000, 1) { ChildrenListBytes = 500_000 },
            new("/warn", 512_001, 1) { ChildrenListBytes = 500_001 },
            new("/edge", 900_000, 1) { ChildrenListBytes = 900_000 },
            new("/bad", 900_001, 1) { ChildrenListBytes = 1_200_000 },
            new("/unlisted", 1, 1),
        ];

        var findings = ZNodeLimits.Check(Survey(nodes));

        Assert.Equal(
            [
                ("/bad", ZNodeFindingKind.ChildrenList, true, 1_200_000L, 900_000L),
                ("/bad", ZNodeFindingKind.Data, true, 900_001L, 900_000L),
                ("/edge", ZNodeFindingKind.Data, false, 900_000L, 512_000L),
                ("/edge", ZNodeFindingKind.ChildrenList, false, 900_000L, 500_000L),
                ("/warn", ZNodeFindingKind.Data, false, 512_001L, 512_000L),
                ("/warn", ZNodeFindingKind.ChildrenList, false, 500_001L, 500_000L),
            ],
            findings.Select(static finding => (finding.Node.Path, finding.Kind, finding.Critical, finding.Bytes, finding.ThresholdBytes)));
    }

    [Fact]
    public void Check_SmallNodes_FindsNothing()
    {
        Assert.Empty(ZNodeLimits.Check(Survey([new("/a", 5, 0) { ChildrenListBytes = 0 }])));
    }

    private static ZNodeSurvey Survey(ZNode[] nodes) => new()
    {
        Server = new("zk1", 2181),
        At = DateTimeOffset.UnixEpoch,
        Took = TimeSpan.Zero,
        Roots = ["/"],
        End = ZNodeSurveyEnd.Whole,
        NodesSeen = nodes.Length,
        TotalDataBytes = nodes.Sum(static node => node.DataBytes),
        LargestByData = nodes,
        LargestByChildren = nodes,
    };
}
