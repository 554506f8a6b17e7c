using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Understands the answer to <c>mntr</c>: lines of <c>zk_key</c>, tab, value. Keys that are not known here are passed over.</summary>
internal static class MntrText
{
    /// <returns>The state, or <see langword="null"/> where the text has neither a version nor a part in the ensemble.</returns>
    public static ZooKeeperServer? TryParse(HostPort server, string text)
    {
        var values = ReadValues(text);
        if (!values.ContainsKey("zk_version") && !values.ContainsKey("zk_server_state"))
        {
            return null;
        }

        string? Text(string key) => values.GetValueOrDefault(key);
        long? Whole(string key) => ServerNumbers.ToLong(Text(key));
        return new()
        {
            Address = server,
            Mode = FourLetterText.ToMode(Text("zk_server_state")),
            Monitored = true,
            Version = FourLetterText.ToVersion(Text("zk_version")),
            Uptime = ToUptime(Whole("zk_uptime")),
            MinLatencyMilliseconds = ServerNumbers.ToDouble(Text("zk_min_latency")),
            AverageLatencyMilliseconds = ServerNumbers.ToDouble(Text("zk_avg_latency")),
            MaxLatencyMilliseconds = ServerNumbers.ToDouble(Text("zk_max_latency")),
            OutstandingRequests = Whole("zk_outstanding_requests"),
            AliveConnections = Whole("zk_num_alive_connections"),
            ZNodes = Whole("zk_znode_count"),
            Watches = Whole("zk_watch_count"),
            Ephemerals = Whole("zk_ephemerals_count"),
            ApproximateDataSize = ServerNumbers.ToSize(Text("zk_approximate_data_size")),
            OpenFileDescriptors = Whole("zk_open_file_descriptor_count"),
            MaxFileDescriptors = Whole("zk_max_file_descriptor_count"),
            Followers = Whole("zk_followers") ?? Whole("zk_learners"),
            SyncedFollowers = Whole("zk_synced_followers"),
            SyncedObservers = Whole("zk_synced_observers"),
            PendingSyncs = Whole("zk_pending_syncs"),
            QuorumSize = Whole("zk_quorum_size"),
            MaxClientResponse = ServerNumbers.ToSize(Text("zk_max_client_response_size")),
            MaxProposal = ServerNumbers.ToSize(Text("zk_max_proposal_size")),
            LargeRequestsRejected = Whole("zk_large_requests_rejected"),
            ConnectionsRejected = Whole("zk_connection_rejected"),
        };
    }

    private static Dictionary<string, string> ReadValues(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in FourLetterText.WholeLines(text))
        {
            var end = line.AsSpan().IndexOfAny('\t', ' ');
            if (end > 0 && line.StartsWith("zk_", StringComparison.Ordinal))
            {
                values[line[..end]] = line[end..].Trim();
            }
        }

        return values;
    }

    private static TimeSpan? ToUptime(long? milliseconds) =>
        milliseconds is { } value && value <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond ? TimeSpan.FromMilliseconds(value) : null;
}
