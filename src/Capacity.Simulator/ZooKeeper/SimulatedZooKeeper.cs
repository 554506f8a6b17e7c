using System.Text;
using Capacity.Simulator.Hosting;

namespace Capacity.Simulator.ZooKeeper;

/// <summary>What one server of the simulated ensemble says. The first one leads where there are several.</summary>
internal sealed class SimulatedZooKeeper(LiveWorld live, int index) : IZooKeeperReplies
{
    private const string Version = "3.9.5-5a8b1b8bd3e2e2b5a8d8f0b6f1f4f4e8c5d8d1aa, built on 2026-03-02 12:00 UTC";

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? FourLetterWord(string word)
    {
        var (nodes, bytes, servers) = live.Read(w => (SimulatedTree.Count(w), w.ZNodes.Bytes, w.Options.ZooKeepers));
        var mode = servers == 1 ? "standalone" : index == 0 ? "leader" : "follower";
        var text = word switch
        {
            "ruok" => "imok",
            "srvr" => $"Zookeeper version: {Version}\nLatency min/avg/max: 0/0.4127/38\nReceived: 184311\nSent: 184502\nConnections: 7\nOutstanding: 0\n"
                + $"Zxid: 0x1000004d2\nMode: {mode}\nNode count: {nodes}\n",
            "mntr" => Monitor(mode, nodes, (2000L * nodes) + bytes, bytes, servers),
            _ => $"{word} is not executed because it is not in the whitelist.\n",
        };
        return Encoding.ASCII.GetBytes(text);
    }

    /// <inheritdoc/>
    public byte[]? Answer(ReadOnlySpan<byte> frame, out int operation)
    {
        var request = new JuteReader(frame);
        var xid = request.Int();
        operation = request.Int();
        switch (operation)
        {
            case Operations.Exists or Operations.GetData or Operations.GetChildren or Operations.GetChildren2:
                var path = request.Text();
                return live.Read(w => SimulatedTree.Find(w, path)) is { } node ? Found(xid, operation, node) : Header(xid, Operations.NoNode).ToFrame();
            case Operations.Sync:
                return Header(xid, 0).Text(request.Text()).ToFrame();
            default:
                var isKnown = operation is Operations.Ping or Operations.CloseSession or Operations.Auth or Operations.SetWatches;
                return Header(xid, isKnown ? 0 : Operations.Unimplemented).ToFrame();
        }
    }

    private static string Monitor(string mode, int nodes, long size, long largest, int servers)
    {
        var text = new StringBuilder()
            .Append("zk_version\t").Append(Version).Append('\n')
            .Append("zk_server_state\t").Append(mode).Append('\n');
        (string Name, long Value)[] figures =
        [
            ("uptime", 1_080_000_000), ("outstanding_requests", 0), ("num_alive_connections", 7), ("znode_count", nodes), ("watch_count", 41),
            ("ephemerals_count", 9), ("approximate_data_size", size), ("open_file_descriptor_count", 71), ("max_file_descriptor_count", 65536),
            ("min_latency", 0), ("max_latency", 38), ("packets_received", 184311), ("packets_sent", 184502),
            ("max_client_response_size", largest), ("last_client_response_size", 1203), ("connection_rejected", 0), ("large_requests_rejected", 0),
        ];
        foreach (var (name, value) in figures)
        {
            text.Append("zk_").Append(name).Append('\t').Append(value).Append('\n');
        }

        text.Append("zk_avg_latency\t0.4127\n");
        if (mode == "leader")
        {
            text.Append("zk_learners\t").Append(servers - 1).Append("\nzk_synced_followers\t").Append(servers - 1)
                .Append("\nzk_synced_observers\t0\nzk_pending_syncs\t0\nzk_quorum_size\t").Append(servers)
                .Append("\nzk_max_proposal_size\t").Append(largest).Append('\n');
        }

        return text.ToString();
    }

    private static JuteWriter Header(int xid, int error) => new JuteWriter().Int(xid).Long(1).Int(error);

    private static byte[] Found(int xid, int operation, SimulatedZNode node)
    {
        var reply = Header(xid, 0);
        if (operation == Operations.GetData)
        {
            reply.Bytes(node.Data.Span);
        }
        else if (operation is Operations.GetChildren or Operations.GetChildren2)
        {
            reply.Int(node.Children.Count);
            foreach (var child in node.Children)
            {
                reply.Text(child);
            }
        }

        if (operation != Operations.GetChildren)
        {
            var modified = node.ModifiedAt.ToUnixTimeMilliseconds();
            new ZooKeeperStat
            {
                CreatedZxid = 1,
                ModifiedZxid = 1,
                CreatedMilliseconds = modified,
                ModifiedMilliseconds = modified,
                DataLength = node.Data.Length,
                NumChildren = node.Children.Count,
                EphemeralOwner = node.EphemeralOwner,
                Pzxid = 1,
            }.WriteTo(reply, TimeSpan.Zero);
        }

        return reply.ToFrame();
    }
}
