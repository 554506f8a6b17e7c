using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class ZooKeeperCollectorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CollectAsync_LeaderAndFollower_ReadsNodesFromTheFollower()
    {
        await using var leader = Member("leader");
        await using var follower = Member("follower");
        var sink = new ListSink();
        var collector = Collector([leader.Address, follower.Address], sink: sink);

        var overview = await collector.CollectAsync(Cancellation);

        Assert.Equal(
            [(leader.Address, ZooKeeperMode.Leader), (follower.Address, ZooKeeperMode.Follower)],
            overview.Readings.Select(static reading => (reading.Address, Assert.IsType<ZooKeeperReading.Answered>(reading).Server.Mode)));
        Assert.Empty(leader.Requests);
        Assert.Equal(follower.Address, overview.Survey?.Server);
        Assert.Equal(ZNodeSurveyEnd.Whole, overview.Survey?.End);
        Assert.Empty(Assert.IsType<MasterElectionOutcome.Read>(overview.Election).Election.Candidates);
        Assert.Equal(2, sink.Kept.Count(static kept => kept.Method == "4lw"));
        Assert.Contains(sink.Kept, static kept => (kept.Method, kept.Target, kept.Error) == ("exists", "/marathon", "NoNode"));
    }

    [Fact]
    public async Task CollectAsync_PreferredServerOpensNoSession_TriesTheNext()
    {
        await using var leader = Member("leader");
        await using var follower = Member("follower", sessionTimeout: 0);

        var overview = await Collector([leader.Address, follower.Address]).CollectAsync(Cancellation);

        Assert.Equal(leader.Address, overview.Survey?.Server);
        Assert.Equal(follower.Address, Assert.Single(overview.SessionFailures).Server);
    }

    [Fact]
    public async Task CollectAsync_AllDown_SaysSoForEach()
    {
        using var one = new ClosedPort();
        using var other = new ClosedPort();
        HostPort[] servers = [one.Address, other.Address];

        var overview = await Collector(servers).CollectAsync(Cancellation);

        Assert.Equal(servers, overview.Readings.Select(static reading => Assert.IsType<ZooKeeperReading.Failed>(reading).Failure.Server));
        Assert.Equal(servers, overview.SessionFailures.Select(static failure => failure.Server));
        Assert.Null(overview.Survey);
        Assert.Equal(overview.SessionFailures, Assert.IsType<MasterElectionOutcome.Failed>(overview.Election).Failures);
    }

    [Fact]
    public async Task CollectAsync_SessionBreaksAtTheElection_HasNoSurvey()
    {
        await using var server = new FakeEnsembleMember
        {
            Misbehave = static (request, _) => request == "getChildren /mesos" ? throw new EndOfStreamException() : null,
        };

        var overview = await Collector([server.Address]).CollectAsync(Cancellation);

        var failure = Assert.Single(Assert.IsType<MasterElectionOutcome.Failed>(overview.Election).Failures);
        Assert.Equal(new ZooKeeperFailure.Closed(server.Address, "getChildren /mesos"), failure);
        Assert.Null(overview.Survey);
    }

    [Fact]
    public async Task CollectAsync_NeitherRootsNorElection_OpensNoSession()
    {
        await using var server = Member("standalone");

        var overview = await Collector([server.Address], static options => options with { Roots = [], ElectionRoot = null }).CollectAsync(Cancellation);

        Assert.Single(overview.Readings);
        Assert.Null(overview.Survey);
        Assert.Null(overview.Election);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task FindMastersAsync_FirstServerDown_AsksTheNext()
    {
        using var down = new ClosedPort();
        await using var server = Member("leader");
        server.Nodes["/mesos"] = new(0, "json.info_0000000004");
        server.Nodes["/mesos/json.info_0000000004"] = new() { Data = [.. """{"pid":"master@10.0.0.4:5050"}"""u8] };

        var outcome = await Collector([down.Address, server.Address]).FindMastersAsync(Cancellation);

        Assert.Equal(new HostPort("10.0.0.4", 5050), Assert.IsType<MasterElectionOutcome.Read>(outcome).Election.Leader?.Address);
        Assert.Equal(["connect", "getChildren /mesos", "getData /mesos/json.info_0000000004", "close"], server.Requests);
    }

    [Fact]
    public async Task FindMastersAsync_NoServerCanTell_GivesEachReason()
    {
        await using var server = new FakeEnsembleMember();
        using var down = new ClosedPort();

        var outcome = await Collector([down.Address, server.Address]).FindMastersAsync(Cancellation);

        Assert.Equal(
            [$"{down.Address}: cannot be reached: connection refused", $"{server.Address}: answers getChildren /mesos with NoNode"],
            Assert.IsType<MasterElectionOutcome.Failed>(outcome).Failures.Select(static failure => failure.ToString()));
    }

    [Fact]
    public async Task FindMastersAsync_NoElectionRoot_Throws()
    {
        var collector = Collector([new("zk1.test", 2181)], static options => options with { ElectionRoot = null });

        await Assert.ThrowsAsync<InvalidOperationException>(() => collector.FindMastersAsync(Cancellation));
    }

    [Fact]
    public void Constructor_Faults_ThrowsThemAll()
    {
        var thrown = Assert.Throws<ArgumentException>(static () => Collector([], static options => options with { MaxNodes = 0 }));

        Assert.StartsWith("Servers must not be empty; MaxNodes is out of range: 0", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Order_AllModes_PrefersWhoHasTheLeastToDo()
    {
        ZooKeeperMode[] modes =
        [
            ZooKeeperMode.NotServing, ZooKeeperMode.ReadOnly, ZooKeeperMode.Unknown, ZooKeeperMode.Leader, ZooKeeperMode.Standalone,
            ZooKeeperMode.Observer, ZooKeeperMode.Follower,
        ];
        var readings = modes.Select(static (mode, i) => (ZooKeeperReading)new ZooKeeperReading.Answered(
            new() { Address = new($"{mode}", i + 1), Mode = mode, Monitored = true }, TimeSpan.Zero));
        var silent = new ZooKeeperReading.Failed(new ZooKeeperFailure.Closed(new("Silent", 1), "mntr"), TimeSpan.Zero);
        var shy = new ZooKeeperReading.Failed(new ZooKeeperFailure.NotAllowed(new("Shy", 1)), TimeSpan.Zero);

        var order = ServerPreference.Order([silent, shy, .. readings]);

        Assert.Equal(
            ["Follower", "Observer", "Standalone", "Leader", "Shy", "Unknown", "Silent", "ReadOnly", "NotServing"],
            order.Select(static server => server.Host));
    }

    private static FakeEnsembleMember Member(string state, int sessionTimeout = 10_000)
    {
        var member = new FakeEnsembleMember { SessionTimeoutMilliseconds = sessionTimeout };
        member.Words["mntr"] = $"zk_version\t3.9.2\nzk_server_state\t{state}\n";
        member.Nodes["/mesos"] = new();
        return member;
    }

    private static ZooKeeperCollector Collector(
        IReadOnlyList<HostPort> servers, Func<ZooKeeperOptions, ZooKeeperOptions>? change = null, ListSink? sink = null)
    {
        var options = new ZooKeeperOptions { Servers = servers, RequestsPerSecond = 1_000_000 };
        return new(change?.Invoke(options) ?? options, TimeProvider.System, sink);
    }
}
