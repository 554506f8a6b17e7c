using Capacity.Core.Cluster;

namespace Capacity.Core.Tests.Checks.Rules;

public sealed class ZooKeeperRulesTests
{
    private static readonly HostPort[] Servers = [new("zk1", 2181), new("zk2", 2181), new("zk3", 2181)];

    private readonly Looks looks = new();

    [Fact]
    public void Servers_FailOneByOne_MarginThenQuorum()
    {
        looks.Times(3, 60, With(3));
        Assert.Empty(looks.Firing);

        looks.Times(6, 60, With(2));
        Assert.Equal(["ZooKeeperServerDown zk3:2181"], looks.Firing);
        looks.Times(4, 60, With(2));
        Assert.Equal(["ZooKeeperNotRedundant", "ZooKeeperServerDown zk3:2181"], looks.Firing);
        looks.Times(2, 60, With(1));

        Assert.Contains("ZooKeeperNoQuorum", looks.Firing);
    }

    [Fact]
    public void Quorum_OnlySomeServersAreAsked_IsNotKnown()
    {
        looks.Times(20, 60, With(2, s => s with { QuorumSize = 5 }));

        Assert.DoesNotContain("ZooKeeperNoQuorum", looks.Firing);
        Assert.NotNull(looks.Last.Single(c => c.Rule.Name == "ZooKeeperNoQuorum").Blindness);
    }

    [Fact]
    public void Server_AllowsNoFigures_Runs()
    {
        var cluster = With(2);
        var overview = cluster.ZooKeeper! with { Readings = [.. cluster.ZooKeeper.Readings.Take(2), new ZooKeeperReading.Failed(new ZooKeeperFailure.NotAllowed(Servers[2]), TimeSpan.Zero)] };

        looks.Times(20, 60, cluster with { ZooKeeper = overview });

        Assert.Empty(looks.Firing);
    }

    [Theory]
    [InlineData(511_000)]
    [InlineData(513_000, "ZooKeeperNodeLarge /marathon/state")]
    [InlineData(901_000, "ZooKeeperNodeLarge /marathon/state", "ZooKeeperNodeNearLimit /marathon/state")]
    public void Node_Grows_IsSaidAtEachLimit(int bytes, params string[] expected)
    {
        looks.After(60, With(3, bytes: bytes));

        Assert.Equal(expected, looks.Firing);
    }

    [Fact]
    public void Node_NotSeenThisTime_IsAsItWas()
    {
        looks.After(60, With(3, bytes: 600_000));
        looks.Times(20, 60, With(3, bytes: 100, end: ZNodeSurveyEnd.Failed, path: "/other"));
        Assert.Equal(["ZooKeeperNodeLarge /marathon/state"], looks.Firing);

        looks.Times(4, 60, With(3, bytes: 100));

        Assert.Empty(looks.Firing);
    }

    [Fact]
    public void ZooKeeper_NotLookedAt_IsSaid()
    {
        looks.Times(20, 60, Clusters.Well());

        Assert.Equal("ZooKeeper is not looked at", looks.Last.Single(c => c.Rule.Name == "ZooKeeperServerDown").Blindness);
    }

    [Fact]
    public void Figures_BeyondTheirThresholds_Fire()
    {
        looks.Times(6, 60, With(3, s => s with { AverageLatencyMilliseconds = 130, OutstandingRequests = 40, OpenFileDescriptors = 900, MaxFileDescriptors = 1000 }));

        Assert.Equal(9, looks.Firing.Count());
        Assert.Contains("ZooKeeperSlow zk1:2181", looks.Firing);
        Assert.Contains("ZooKeeperQueueing zk2:2181", looks.Firing);
        Assert.Contains("ZooKeeperFileDescriptorsLow zk3:2181", looks.Firing);
    }

    private ClusterSnapshot With(int serving, Func<ZooKeeperServer, ZooKeeperServer>? change = null, long bytes = 1000, ZNodeSurveyEnd end = ZNodeSurveyEnd.Whole, string path = "/marathon/state") => Clusters.Well() with
    {
        ZooKeeper = new()
        {
            At = looks.Now,
            Readings = [.. Servers.Select((s, i) => Reading(s, i, serving, change ?? (z => z)))],
            Survey = new() { Server = Servers[0], At = looks.Now, Took = TimeSpan.Zero, Roots = ["/"], End = end, NodesSeen = 1, TotalDataBytes = bytes, LargestByData = [new(path, bytes, 0)] },
        },
    };

    private static ZooKeeperReading Reading(HostPort address, int index, int serving, Func<ZooKeeperServer, ZooKeeperServer> change) => index < serving
        ? new ZooKeeperReading.Answered(change(new() { Address = address, Mode = index == 0 ? ZooKeeperMode.Leader : ZooKeeperMode.Follower, Monitored = true }), TimeSpan.Zero)
        : new ZooKeeperReading.Failed(new ZooKeeperFailure.Unreachable(address, "connection refused"), TimeSpan.Zero);
}
