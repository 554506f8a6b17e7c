using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Understands the answer to <c>srvr</c>: lines of name, colon, value.</summary>
internal static class SrvrText
{
    /// <returns>The state, or <see langword="null"/> where the text names no version of ZooKeeper.</returns>
    public static ZooKeeperServer? TryParse(HostPort server, string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in FourLetterText.WholeLines(text))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                values[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        if (!values.TryGetValue("Zookeeper version", out var version))
        {
            return null;
        }

        var latencies = Parts("Latency min/avg/max");
        return new()
        {
            Address = server,
            Mode = FourLetterText.ToMode(values.GetValueOrDefault("Mode")),
            Monitored = false,
            Version = FourLetterText.ToVersion(version),
            MinLatencyMilliseconds = ServerNumbers.ToDouble(latencies[0]),
            AverageLatencyMilliseconds = ServerNumbers.ToDouble(latencies[1]),
            MaxLatencyMilliseconds = ServerNumbers.ToDouble(latencies[2]),
            OutstandingRequests = ServerNumbers.ToLong(values.GetValueOrDefault("Outstanding")),
            AliveConnections = ServerNumbers.ToLong(values.GetValueOrDefault("Connections")),
            ZNodes = ServerNumbers.ToLong(values.GetValueOrDefault("Node count")),
            MaxProposal = ServerNumbers.ToSize(Parts("Proposal sizes last/min/max")[2]),
        };

        string?[] Parts(string key) =>
            values.GetValueOrDefault(key)?.Split('/') is { Length: 3 } parts ? parts : new string?[3];
    }
}
