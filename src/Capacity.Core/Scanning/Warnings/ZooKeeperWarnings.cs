using Capacity.Core.Cluster;

namespace Capacity.Core.Scanning.Warnings;

/// <summary>ZooKeeper servers that do not answer, and nodes that outgrow a packet.</summary>
internal static class ZooKeeperWarnings
{
    public static IEnumerable<ScanWarning> Find(ZooKeeperOverview? overview) => overview is null ? [] :
    [
        .. overview.Readings.Select(OfReading).OfType<ScanWarning>(),
        .. overview.SessionFailures.Select(f => new ScanWarning("zookeeper-session-failed", f.Server.ToString(), $"ZooKeeper {f}.", MakesPartial: true)),
        .. OfSurvey(overview.Survey),
    ];

    private static ScanWarning? OfReading(ZooKeeperReading reading) => reading switch
    {
        ZooKeeperReading.Failed(var failure, _) => new("zookeeper-unreadable", failure.Server.ToString(), $"ZooKeeper {failure}.", MakesPartial: true),
        ZooKeeperReading.Answered({ Mode: ZooKeeperMode.NotServing } server, _) => new(
            "zookeeper-not-serving", server.Address.ToString(), $"ZooKeeper {server.Address} runs and serves nobody: it has no quorum."),
        _ => null,
    };

    private static IEnumerable<ScanWarning> OfSurvey(ZNodeSurvey? survey)
    {
        if (survey is null)
        {
            yield break;
        }

        if (survey.End != ZNodeSurveyEnd.Whole)
        {
            yield return new(
                "znode-survey-cut-short",
                survey.Server.ToString(),
                survey.Failure is { } failure ? $"The survey of znodes stopped: {failure}." : $"The survey of znodes stopped at its budget, after {survey.NodesSeen} nodes.");
        }

        foreach (var finding in ZNodeLimits.Check(survey))
        {
            var what = finding.Kind == ZNodeFindingKind.Data ? "holds" : "lists its children in";
            yield return new(
                finding.Critical ? "znode-critical" : "znode-large",
                finding.Node.Path,
                $"The znode {finding.Node.Path} {what} {finding.Bytes / 1000} kB; beyond {ZNodeLimits.MaxPacketBytes / 1000} kB clients lose their sessions.");
        }
    }
}
