using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Capacity.Simulator.Faults;

namespace Capacity.Simulator.Tests.Cluster;

public sealed class ZooKeeperTests
{
    private readonly MovableTime time = new(Live.Start);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CollectAsync_Steady_EnsembleElectionAndNodes()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);

        var seen = await Collector(cluster).CollectAsync(Token);

        var servers = seen.Readings.Select(r => Assert.IsType<ZooKeeperReading.Answered>(r).Server).ToList();
        Assert.Equal([ZooKeeperMode.Leader, ZooKeeperMode.Follower, ZooKeeperMode.Follower], servers.Select(s => s.Mode));
        Assert.All(servers, s => Assert.True(s.Monitored));
        var candidates = Assert.IsType<MasterElectionOutcome.Read>(seen.Election).Election.Candidates;
        Assert.Equal(cluster.MasterUrls.Select(HostPort.Of), candidates.Select(c => c.Address!.Value));
        Assert.Equal(ZNodeSurveyEnd.Whole, seen.Survey?.End);
        Assert.InRange(seen.Survey!.NodesSeen, 30, 200);
        Assert.Equal("/marathon/state/group/root", seen.Survey.LargestByData[0].Path);
        Assert.Empty(ZNodeLimits.Check(seen.Survey));
    }

    [Fact]
    public async Task Inject_LeaderCrash_CandidateLeavesWithItsSessionAndComesBackLast()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);
        await cluster.InjectAsync(new Fault.LeaderCrash(TimeSpan.FromSeconds(30)), Token);

        var before = await SequencesAsync(cluster);
        time.Advance(TimeSpan.FromSeconds(11));
        var gone = await SequencesAsync(cluster);
        time.Advance(TimeSpan.FromSeconds(30));
        var back = await SequencesAsync(cluster);

        Assert.Equal([0, 1, 2], before);
        Assert.Equal([1, 2], gone);
        Assert.Equal([1, 2, 3], back);
    }

    [Fact]
    public async Task Inject_ZNodeGrowth_NodeBecomesCritical()
    {
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, Token);
        await cluster.InjectAsync(new Fault.ZNodeGrowth(400_000), Token);

        time.Advance(TimeSpan.FromHours(2));
        var finding = Assert.Single(ZNodeLimits.Check((await Collector(cluster).CollectAsync(Token)).Survey!));

        Assert.True(finding.Critical);
        Assert.Equal(980_000, finding.Bytes);
    }

    private static ZooKeeperCollector Collector(SimulatedCluster cluster) =>
        new(new ZooKeeperOptions { Servers = cluster.ZooKeeperServers, RequestsPerSecond = 1_000_000 }, TimeProvider.System);

    private static async Task<IEnumerable<int>> SequencesAsync(SimulatedCluster cluster) =>
        Assert.IsType<MasterElectionOutcome.Read>((await Collector(cluster).CollectAsync(Token)).Election).Election.Candidates.Select(c => c.Sequence);
}
