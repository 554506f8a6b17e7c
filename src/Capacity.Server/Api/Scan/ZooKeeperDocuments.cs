using Capacity.Core.Cluster;

namespace Capacity.Server.Api.Scan;

/// <summary>Writes what ZooKeeper said as a document.</summary>
internal static class ZooKeeperDocuments
{
    public static ZooKeeperDocument ToDocument(ZooKeeperOverview overview) => new()
    {
        Servers = [.. overview.Readings.Select(ToDocument)],
        ZNodesSeen = overview.Survey?.NodesSeen,
        SurveyWhole = overview.Survey is { } survey ? survey.End == ZNodeSurveyEnd.Whole : null,
        TotalDataBytes = overview.Survey?.TotalDataBytes,
        LargestZNodes = [.. (overview.Survey?.LargestByData ?? []).Select(n => new ZNodeDocument { Path = n.Path, DataBytes = n.DataBytes, Children = n.Children })],
    };

    private static ZooKeeperServerDocument ToDocument(ZooKeeperReading reading)
    {
        var server = (reading as ZooKeeperReading.Answered)?.Server;
        return new()
        {
            Address = reading.Address.ToString(),
            Mode = server is null ? null : Words.Of(server.Mode),
            Version = server?.Version,
            AverageLatencySeconds = server?.AverageLatencyMilliseconds / 1000,
            OutstandingRequests = server?.OutstandingRequests,
            Connections = server?.AliveConnections,
            ZNodes = server?.ZNodes,
            ApproximateDataBytes = server?.ApproximateDataSize?.Bytes,
            Detail = (reading as ZooKeeperReading.Failed)?.Failure.Reason,
        };
    }
}
