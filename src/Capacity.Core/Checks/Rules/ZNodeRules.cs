using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>Nodes of ZooKeeper that outgrow a packet.</summary>
internal static class ZNodeRules
{
    private static readonly string[] OfNode = ["znode"];

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("ZooKeeperNodeLarge", "A node of ZooKeeper grows large.", CheckBasis.ZooKeeper, Look)
        {
            Standard = Warning(TimeSpan.Zero).Beyond(ZNodeLimits.DataWarningBytes, 0.95 * ZNodeLimits.DataWarningBytes), Unit = "bytes", Identity = OfNode,
        },
        new("ZooKeeperNodeNearLimit", "A node of ZooKeeper is about to outgrow what clients can read.", CheckBasis.ZooKeeper, Look)
        {
            Standard = Critical(TimeSpan.Zero).Beyond(ZNodeLimits.DataCriticalBytes, 0.95 * ZNodeLimits.DataCriticalBytes), Unit = "bytes", Identity = OfNode,
        },
    ];

    private static CheckLook Look(CheckScene scene)
    {
        if (scene.Picture.ZooKeeper!.Survey is not { } survey)
        {
            return CheckLook.Blind("ZooKeeper's nodes were not surveyed");
        }

        var readings = survey.LargestByData.Select(n => Of(n, n.DataBytes, "holds"))
            .Concat(survey.LargestByChildren.Where(n => n.ChildrenListBytes is not null).Select(n => Of(n, n.ChildrenListBytes!.Value, "lists its children in")));
        return survey.End == ZNodeSurveyEnd.Whole ? CheckLook.Whole(readings) : CheckLook.Partly(readings, "the survey of ZooKeeper's nodes was cut short");
    }

    private static CheckReading Of(ZNode node, long bytes, string what) => new(
        LabelSet.Create([new("znode", node.Path)]),
        bytes,
        $"The node {node.Path} {what} {bytes / 1000} kB; beyond {ZNodeLimits.MaxPacketBytes / 1000} kB clients lose their sessions, and Marathon its state.");
}
