using Capacity.Core.Cluster;
using Capacity.Core.Units;
using Capacity.Mesos.ZooKeeper;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class MntrTextTests
{
    private const string Leader34 =
        "zk_version\t3.4.14-aa00bb11, built on 03/06/2019 16:18 GMT\nzk_avg_latency\t2\nzk_max_latency\t217\nzk_min_latency\t0\n"
        + "zk_packets_received\t9004\nzk_packets_sent\t9007\nzk_num_alive_connections\t12\nzk_outstanding_requests\t3\n"
        + "zk_server_state\tleader\nzk_znode_count\t4321\nzk_watch_count\t99\nzk_ephemerals_count\t17\nzk_approximate_data_size\t1234567\n"
        + "zk_open_file_descriptor_count\t64\nzk_max_file_descriptor_count\t65536\nzk_fsync_threshold_exceed_count\t5\n"
        + "zk_followers\t4\nzk_synced_followers\t3\nzk_pending_syncs\t1\n";

    private const string Follower36 =
        "zk_version\t3.6.3--6401e4ad2087061bc6b9f80dec2d69f2e3c8660a, built on 04/08/2021 16:35 GMT\nzk_server_state\tfollower\n"
        + "zk_peer_state\tfollowing - broadcast\nzk_ephemerals_count\t2\nzk_num_alive_connections\t1\nzk_avg_latency\t0.3125\n"
        + "zk_outstanding_requests\t0\nzk_znode_count\t41\nzk_max_client_response_size\t68211\nzk_last_client_response_size\t-1\n"
        + "zk_max_latency\t12.5\nzk_uptime\t86400000\nzk_quorum_size\t5\nzk_watch_count\t0\nzk_approximate_data_size\t0\n"
        + "zk_large_requests_rejected\t2\nzk_connection_rejected\t0\nzk_p99_fsynctime\t31\n";

    private const string Leader39 =
        "zk_version\t3.9.2-e454e8c7283100c7caec6dcae2bc82aaecb63023, built on 2024-02-12 20:59 UTC\nzk_server_state\tleader\n"
        + "zk_avg_latency\t0.7561\nzk_max_latency\t40\nzk_learners\t3\nzk_synced_followers\t2\nzk_synced_observers\t1\n"
        + "zk_pending_syncs\t0\nzk_max_proposal_size\t703112\nzk_max_client_response_size\t-1\nzk_jvm_pause_time_ms\t0\n";

    private static readonly HostPort Server = new("zk1.test", 2181);

    [Fact]
    public void TryParse_LeaderOf34_HasItsNumbersAndNoneOfLaterVersions()
    {
        var server = MntrText.TryParse(Server, Leader34);

        Assert.Equal(
            new ZooKeeperServer
            {
                Address = Server,
                Mode = ZooKeeperMode.Leader,
                Monitored = true,
                Version = "3.4.14",
                MinLatencyMilliseconds = 0,
                AverageLatencyMilliseconds = 2,
                MaxLatencyMilliseconds = 217,
                OutstandingRequests = 3,
                AliveConnections = 12,
                ZNodes = 4321,
                Watches = 99,
                Ephemerals = 17,
                ApproximateDataSize = MemorySize.FromBytes(1_234_567),
                OpenFileDescriptors = 64,
                MaxFileDescriptors = 65536,
                Followers = 4,
                SyncedFollowers = 3,
                PendingSyncs = 1,
            },
            server);
    }

    [Fact]
    public void TryParse_FollowerOf36_ReadsFractionsAndLeavesTheLeadersNumbersUnknown()
    {
        var server = MntrText.TryParse(Server, Follower36);

        Assert.NotNull(server);
        Assert.Equal(ZooKeeperMode.Follower, server.Mode);
        Assert.Equal("3.6.3", server.Version);
        Assert.Equal(0.3125, server.AverageLatencyMilliseconds);
        Assert.Equal(12.5, server.MaxLatencyMilliseconds);
        Assert.Equal(TimeSpan.FromDays(1), server.Uptime);
        Assert.Equal(5, server.QuorumSize);
        Assert.Equal(68211, server.MaxClientResponse?.Bytes);
        Assert.Equal(2, server.LargeRequestsRejected);
        Assert.Equal(MemorySize.Zero, server.ApproximateDataSize);
        Assert.Null(server.Followers);
        Assert.Null(server.SyncedFollowers);
        Assert.Null(server.PendingSyncs);
        Assert.Null(server.OpenFileDescriptors);
        Assert.Null(server.MinLatencyMilliseconds);
    }

    [Fact]
    public void TryParse_LeaderOf39_TakesLearnersForFollowersAndMinusOneForUnknown()
    {
        var server = MntrText.TryParse(Server, Leader39);

        Assert.NotNull(server);
        Assert.Equal(3, server.Followers);
        Assert.Equal(2, server.SyncedFollowers);
        Assert.Equal(1, server.SyncedObservers);
        Assert.Equal(703_112, server.MaxProposal?.Bytes);
        Assert.Null(server.MaxClientResponse);
    }

    [Fact]
    public void TryParse_NumberCutShort_IsUnknown()
    {
        var server = MntrText.TryParse(Server, "zk_server_state\tfollower\nzk_avg_latency\t1\nzk_znode_count\t12");

        Assert.NotNull(server);
        Assert.Equal(1, server.AverageLatencyMilliseconds);
        Assert.Null(server.ZNodes);
    }

    [Theory]
    [InlineData("observer", ZooKeeperMode.Observer)]
    [InlineData("standalone", ZooKeeperMode.Standalone)]
    [InlineData("read-only", ZooKeeperMode.ReadOnly)]
    [InlineData("looking", ZooKeeperMode.Unknown)]
    [InlineData("", ZooKeeperMode.Unknown)]
    public void TryParse_State_IsItsMode(string state, ZooKeeperMode expected)
    {
        Assert.Equal(expected, MntrText.TryParse(Server, $"zk_version\t3.9.2\nzk_server_state\t{state}\r\n")?.Mode);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    public void TryParse_NumberThatIsNone_IsUnknown(string number)
    {
        var server = MntrText.TryParse(Server, $"zk_version\t3.9.2\nzk_znode_count\t{number}\nzk_uptime\t{number}\n");

        Assert.NotNull(server);
        Assert.Null(server.ZNodes);
        Assert.Null(server.Uptime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zk_something\t1\n")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("\0\0\0\u0010\n")]
    public void TryParse_NotMntr_IsNull(string text)
    {
        Assert.Null(MntrText.TryParse(Server, text));
    }
}
