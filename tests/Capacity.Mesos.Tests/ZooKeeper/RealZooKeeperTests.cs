using System.Text;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class RealZooKeeperTests(RealZooKeeperWithNodes server) : IClassFixture<RealZooKeeperWithNodes>
{
    private readonly ListSink sink = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CollectAsync_SmallCluster_ReadsServerNodesAndMasters()
    {
        var overview = await Collector(static options => options).CollectAsync(Cancellation);

        var state = Assert.IsType<ZooKeeperReading.Answered>(Assert.Single(overview.Readings)).Server;
        Assert.Equal((ZooKeeperMode.Standalone, true), (state.Mode, state.Monitored));
        Assert.Matches(@"^3\.\d+\.\d+$", state.Version);
        Assert.True(state.ZNodes > RealZooKeeperWithNodes.Apps);
        Assert.True(state.ApproximateDataSize?.Bytes > RealZooKeeperWithNodes.BigBytes);
        Assert.Equal(2, state.Ephemerals);
        Assert.True(state.OpenFileDescriptors > 0);
        Assert.True(state.MaxFileDescriptors > state.OpenFileDescriptors);
        Assert.NotNull(state.AverageLatencyMilliseconds);
        Assert.NotNull(state.Uptime);
        Assert.Null(state.Followers);

        var survey = overview.Survey;
        Assert.NotNull(survey);
        Assert.Equal(
            (ZNodeSurveyEnd.Whole, 5L + 3 + RealZooKeeperWithNodes.Apps, 2L, 0L, 0L),
            (survey.End, survey.NodesSeen, survey.Ephemerals, survey.NodesVanished, survey.NodesDenied));
        Assert.Equal(new("/marathon/big", RealZooKeeperWithNodes.BigBytes, 0) { ChildrenListBytes = 0 }, survey.LargestByData[0]);
        Assert.Equal(
            new("/marathon/apps", 0, RealZooKeeperWithNodes.Apps) { ChildrenListBytes = RealZooKeeperWithNodes.Apps * (8 + 4) },
            survey.LargestByChildren[0]);
        Assert.Equal("/marathon/big", Assert.Single(ZNodeLimits.Check(survey)).Node.Path);

        var election = Assert.IsType<MasterElectionOutcome.Read>(overview.Election).Election;
        Assert.Equal([3, 11], election.Candidates.Select(static candidate => candidate.Sequence));
        Assert.Equal((new HostPort("10.0.0.1", 5050), "m1.test"), (election.Leader?.Address, election.Leader?.Hostname));
    }

    [Fact]
    public async Task CollectAsync_SmallCluster_RecordsEveryExchangeAndReadsDataOfMastersOnly()
    {
        await Collector(static options => options with { MaxNodes = 4 }).CollectAsync(Cancellation);

        Assert.Equal(
            [
                "4lw mntr", "getChildren /mesos", "getData /mesos/json.info_0000000003", "getData /mesos/json.info_0000000011",
                "exists /mesos", "getChildren /mesos", "exists /marathon", "getChildren /marathon", "exists /mesos/json.info_0000000003",
                "exists /mesos/json.info_0000000011",
            ],
            sink.Kept.Select(static kept => $"{kept.Method} {kept.Target}"));
        Assert.All(sink.Kept, kept => Assert.Equal(("zk", server.Address, null), (kept.Scheme, kept.Host, kept.Error)));
        var stat = Encoding.UTF8.GetString(sink.Kept[4].Body.Span);
        Assert.Matches("""^\{"dataLength":0,"numChildren":3,"czxid":\d+,"mzxid":\d+,"ephemeralOwner":0\}$""", stat);
    }

    [Fact]
    public async Task CollectAsync_NodeBudget_EndsTheSurveyThere()
    {
        var overview = await Collector(static options => options with { MaxNodes = 100 }).CollectAsync(Cancellation);

        Assert.Equal((ZNodeSurveyEnd.NodeBudget, 100L), (overview.Survey?.End, overview.Survey?.NodesSeen));
    }

    [Theory]
    [InlineData(null, 1, 1)]
    [InlineData("wrong", 1, 1)]
    [InlineData("secret", 2, 0)]
    public async Task CollectAsync_NodesOfAnOwner_AreListedWithThePasswordOnly(string? password, long seen, long denied)
    {
        var credentials = password is null ? null : new ZooKeeperCredentials("user", password);

        var overview = await Collector(options => options with { Roots = ["/secret"], Credentials = credentials }).CollectAsync(Cancellation);

        Assert.Equal((ZNodeSurveyEnd.Whole, seen, denied), (overview.Survey?.End, overview.Survey?.NodesSeen, overview.Survey?.NodesDenied));
    }

    [Fact]
    public async Task FindMastersAsync_Address_FindsTheLeaderAndLeavesNoSessionBehind()
    {
        var before = await CountSessionsAsync();
        var options = ZooKeeperOptions.From(ZooKeeperUri.TryParse($"zk://{server.Address}/mesos")!);

        var outcome = await new ZooKeeperCollector(options, TimeProvider.System).FindMastersAsync(Cancellation);

        Assert.Equal("id-1", Assert.IsType<MasterElectionOutcome.Read>(outcome).Election.Leader?.Id);
        Assert.Equal("zk_global_sessions\t1", before);
        Assert.Equal(before, await CountSessionsAsync());
    }

    private async Task<string?> CountSessionsAsync()
    {
        await Collector(static options => options with { Roots = [], ElectionRoot = null }).CollectAsync(Cancellation);
        return Encoding.UTF8.GetString(sink.Kept[^1].Body.Span).Split('\n').FirstOrDefault(static line => line.StartsWith("zk_global_sessions\t", StringComparison.Ordinal));
    }

    private ZooKeeperCollector Collector(Func<ZooKeeperOptions, ZooKeeperOptions> change) =>
        new(change(new() { Servers = [server.Address], RequestsPerSecond = 1_000_000 }), TimeProvider.System, sink);
}
