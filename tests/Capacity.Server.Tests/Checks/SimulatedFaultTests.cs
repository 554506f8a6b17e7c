using Capacity.Core.Checks;
using Capacity.Core.Cluster;
using Capacity.Simulator.Faults;

namespace Capacity.Server.Tests.Checks;

/// <summary>Faults of a simulated cluster: the right check fires, about the right subject, and ends when it is over.</summary>
public sealed class SimulatedFaultTests
{
    /// <summary>Apps that the simulator plants: they fire whatever else happens, and rightly.</summary>
    private static readonly string[] Planted = ["MarathonApp", "MesosApp", "MarathonDeployment"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Well_OnlyPlantedAppsFire()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);

        Assert.Empty(Causes(cluster));
        Assert.Contains(cluster.Fired, f => f.StartsWith("MarathonAppUnplaceable", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("leader-crash 40s", "MesosLeaderChanged")]
    [InlineData("master-update 30s", "MesosLeaderChanged")]
    [InlineData("agent-restart 7 20s")]
    [InlineData("marathon-failover 1 30s")]
    [InlineData("drain 7 20m")]
    public async Task Fault_ThatHealsByItself_OnlyContextIsSaid(string fault, params string[] expected)
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        cluster.Forget();

        await cluster.AfterAsync(Parse(fault), TimeSpan.FromMinutes(11), Cancellation);

        Assert.Equal(expected, Causes(cluster));
    }

    [Fact]
    public async Task RackLoss_NamesTheRackAndItsAgents()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation, agents: 40);
        cluster.Forget();

        await cluster.AfterAsync(Parse("rack-loss r2a 8m"), TimeSpan.FromMinutes(7), Cancellation);
        var during = Causes(cluster).ToList();
        cluster.Forget();
        await cluster.PassAsync(TimeSpan.FromMinutes(6), Cancellation);
        cluster.Forget();
        await cluster.PassAsync(TimeSpan.FromMinutes(1), Cancellation);

        Assert.Contains(during, f => f.StartsWith("MesosRackAgentsMissing", StringComparison.Ordinal) && f.EndsWith(" r2a", StringComparison.Ordinal));
        Assert.Single(during, f => f.StartsWith("MesosRackAgentsMissing", StringComparison.Ordinal));
        Assert.Contains(during, f => f.StartsWith("MesosAgentMissing", StringComparison.Ordinal));
        Assert.DoesNotContain(during, f => f.StartsWith("MesosZoneAgentsMissing", StringComparison.Ordinal));
        Assert.Empty(Causes(cluster));
    }

    [Fact]
    public async Task Partition_NamesTheZone()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        cluster.Forget();

        await cluster.AfterAsync(Parse("partition 2 20m"), TimeSpan.FromMinutes(4), Cancellation);

        Assert.Contains("MesosZoneAgentsMissing 2", Causes(cluster));
        Assert.DoesNotContain(Causes(cluster), f => f.StartsWith("MesosZoneAgentsMissing", StringComparison.Ordinal) && f != "MesosZoneAgentsMissing 2");
        Assert.DoesNotContain(Causes(cluster), f => f.StartsWith("MesosNoLeader", StringComparison.Ordinal) || f.StartsWith("MesosMaster", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SickLog_NamesTheLeader()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        cluster.Forget();

        await cluster.AfterAsync(Parse("sick-log 15m"), TimeSpan.FromMinutes(5), Cancellation);

        Assert.Contains(Causes(cluster), f => f.StartsWith("MesosRegistryQueueing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FrameworkNewId_NamesTheFrameworkAndCountsItsOrphans()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        cluster.Forget();

        await cluster.AfterAsync(Parse("framework-new-id 1 1h"), TimeSpan.FromMinutes(8), Cancellation);
        var checks = await cluster.PassAsync(CheckedCluster.Tick, Cancellation);

        var track = Assert.Single(checks.Single(c => c.Rule.Name == "MesosFrameworkReplaced").Firing);
        Assert.Equal("marathon", track.Labels["framework"]);
        Assert.True(track.Value > 10);
    }

    [Fact]
    public async Task ZNodeGrowth_IsSaidAtHalfThenAtTheLimit()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        cluster.Forget();

        await cluster.AfterAsync(Parse("znode-growth 4000000"), TimeSpan.FromMinutes(7), Cancellation);
        var half = Causes(cluster).ToList();
        await cluster.PassAsync(TimeSpan.FromMinutes(6), Cancellation);

        Assert.Single(half, f => f.StartsWith("ZooKeeperNodeLarge /", StringComparison.Ordinal));
        Assert.DoesNotContain(half, f => f.StartsWith("ZooKeeperNodeNearLimit", StringComparison.Ordinal));
        Assert.Single(Causes(cluster), f => f.StartsWith("ZooKeeperNodeNearLimit /", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_WhileAnAlertFires_NeitherEndsItNorBeginsItAnew()
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        await cluster.AfterAsync(Parse("agent-loss 3 2h"), TimeSpan.FromMinutes(10), Cancellation);
        var before = Missing(cluster);

        await cluster.RestartAsync(Cancellation);
        for (var i = 0; i < 14; i++)
        {
            await cluster.PassAsync(CheckedCluster.Tick, Cancellation);
            var after = Missing(cluster);

            Assert.Equal((before.Labels, true, before.FirstArrivedAt), (after.Labels, after.IsFiring, after.FirstArrivedAt));
            Assert.Equal(before.StartsAt, after.StartsAt, TimeSpan.FromMilliseconds(1));
        }
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(20, false)]
    public async Task Restart_WhileSomethingIsPending_WaitsOnWhereNobodyWasAwayForLong(double minutesAway, bool waitsOn)
    {
        await using var cluster = await CheckedCluster.StartAsync(Cancellation);
        await cluster.AfterAsync(Parse("leader-crash 2h"), TimeSpan.FromMinutes(4), Cancellation);
        Assert.DoesNotContain(cluster.Fired, f => f.StartsWith("MesosMasterDown", StringComparison.Ordinal));
        var began = cluster.Now.AddMinutes(-4);

        await cluster.RestartAsync(Cancellation, TimeSpan.FromMinutes(minutesAway));
        var restarted = cluster.Now;
        await cluster.PassAsync(TimeSpan.FromMinutes(2.5), Cancellation);

        var down = (await cluster.PassAsync(CheckedCluster.Tick, Cancellation)).Single(c => c.Rule.Name == "MesosMasterDown").Tracks.Single();
        Assert.Equal(waitsOn ? CheckStage.Firing : CheckStage.Pending, down.Stage);
        Assert.InRange(down.Since, waitsOn ? began : restarted, waitsOn ? began + CheckedCluster.Tick : restarted + CheckedCluster.Tick);
    }

    private static Core.Alerting.Board.Alert Missing(CheckedCluster cluster) => cluster.Alerts.List().Single(a => a.Labels["alertname"] == "MesosAgentMissing");

    private static IEnumerable<string> Causes(CheckedCluster cluster) => cluster.Fired.Where(f => !Array.Exists(Planted, p => f.StartsWith(p, StringComparison.Ordinal)));

    private static Fault Parse(string line) => FaultScript.Parse($"+0s {line}").Events.Single().Fault;
}
