using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

public sealed class RealZooKeeperDefaultTests(RealZooKeeperByDefault server) : IClassFixture<RealZooKeeperByDefault>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CollectAsync_MntrNotAllowed_ReadsSrvr()
    {
        var sink = new ListSink();
        var options = new ZooKeeperOptions { Servers = [server.Address], Roots = ["/zookeeper"], ElectionRoot = "/mesos" };

        var overview = await new ZooKeeperCollector(options, TimeProvider.System, sink).CollectAsync(Cancellation);

        var state = Assert.IsType<ZooKeeperReading.Answered>(Assert.Single(overview.Readings)).Server;
        Assert.Equal((ZooKeeperMode.Standalone, false), (state.Mode, state.Monitored));
        Assert.Equal((5L, 1L), (state.ZNodes, state.AliveConnections));
        Assert.Null(state.Watches);
        Assert.Equal(["mntr", "srvr"], sink.Kept.Where(static kept => kept.Method == "4lw").Select(static kept => kept.Target));
        Assert.Equal(ZNodeSurveyEnd.Whole, overview.Survey?.End);
        Assert.Equal(
            new ZooKeeperFailure.Refused(server.Address, "getChildren /mesos", "NoNode"),
            Assert.Single(Assert.IsType<MasterElectionOutcome.Failed>(overview.Election).Failures));
    }
}
