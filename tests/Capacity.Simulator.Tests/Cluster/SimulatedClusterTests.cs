using Capacity.Core.Cluster;
using Capacity.Mesos.Collection;
using Capacity.Simulator.Faults;
using Capacity.Simulator.Workload;

namespace Capacity.Simulator.Tests.Cluster;

public sealed class SimulatedClusterTests
{
    private static readonly TimeSpan Minutes5 = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task CollectAsync_Steady_WholeCluster()
    {
        await using var live = await Live.StartAsync();

        var seen = await live.AfterAsync(30);

        Assert.Equal([], seen.Sources.Where(s => s.Failure is not null).Select(s => $"{s}"));
        Assert.Equal(LeaderPhase.Steady, seen.Leader?.Phase);
        Assert.Equal(10, seen.Agents.Count(a => a.State == AgentState.Active));
        Assert.Equal(10, seen.AgentsRead.Count);
        Assert.Equal(2, seen.Marathons.Count);
        Assert.InRange(seen.Containers.Count, 105, 135);
        Assert.All(seen.Containers, c => Assert.NotNull(c.Sample?.CpuSeconds));
        Assert.Equal(5, seen.Agents.Select(a => a.Zone).Distinct().Count());
        var apps = live.Cluster.PlantedApps.Select(a => a.Key).ToHashSet();
        Assert.All(seen.Containers.Where(c => c.App.Framework != "chronos"), c => Assert.Contains(c.App, apps));
        Assert.Contains(seen.Marathons.SelectMany(m => m.Queue), q => q.Rejections.ContainsKey("UnfulfilledConstraint"));
    }

    [Fact]
    public async Task Inject_LeaderCrash_RecoversThroughWarmUpWithoutLosingAnybody()
    {
        await using var live = await Live.StartAsync();
        await live.AfterAsync(1);

        await live.InjectAsync(new Fault.LeaderCrash(TimeSpan.FromSeconds(40)));
        var dead = await live.AfterAsync(5);
        var elected = await live.AfterAsync(5.2);
        var warming = await live.AfterAsync(1.2);
        var steady = await live.AfterAsync(20);
        var back = await live.AfterAsync(40);

        Assert.Null(dead.Leader);
        Assert.Equal(2, dead.Masters.Count);
        Assert.Equal(LeaderPhase.Recovering, elected.Leader?.Phase);
        Assert.Equal(LeaderPhase.WarmingUp, warming.Leader?.Phase);
        Assert.Equal(10, warming.Agents.Count);
        Assert.Equal(LeaderPhase.Steady, steady.Leader?.Phase);
        Assert.Equal(10, steady.Agents.Count(a => a.State == AgentState.Active));
        Assert.Equal(3, back.Masters.Count);
        Assert.Equal(steady.Leader?.Address, back.Leader?.Address);
    }

    [Fact]
    public async Task Inject_ZoneLoss_UnreachableOnlyAfterPingTimeout()
    {
        await using var live = await Live.StartAsync();
        var before = await live.AfterAsync(1);

        await live.InjectAsync(new Fault.ZoneLoss(2, Minutes5));
        var during = await live.AfterAsync(60);
        var after = await live.AfterAsync(40);
        var healed = await live.AfterAsync(400);

        Assert.Equal(10, during.Agents.Count);
        Assert.Equal(8, during.AgentsRead.Count);
        Assert.Equal(8, after.Agents.Count);
        Assert.DoesNotContain(after.Agents, a => a.Zone == "2");
        Assert.Equal(2, after.Masters.Max(m => m.UnreachableAgents));
        Assert.Equal(10, healed.Agents.Count(a => a.State == AgentState.Active));
        Assert.InRange(healed.Containers.Count, before.Containers.Count - 15, before.Containers.Count + 15);
    }

    [Fact]
    public async Task Inject_Partition_UnreachableUntilItHeals()
    {
        await using var live = await Live.StartAsync();
        await live.AfterAsync(1);

        await live.InjectAsync(new Fault.Partition(1, Minutes5));
        var after = await live.AfterAsync(120);
        var healed = await live.AfterAsync(200);

        Assert.Equal(8, after.Agents.Count);
        Assert.Equal(10, healed.Agents.Count(a => a.State == AgentState.Active));
    }

    [Fact]
    public async Task Inject_AgentRestart_DisconnectedAtOnceAndBackWithItsContainers()
    {
        await using var live = await Live.StartAsync();
        var before = await live.AfterAsync(1);
        var name = before.Agents.Single(a => a.Name.Hostname.StartsWith("agent3.", StringComparison.Ordinal)).Name;

        await live.InjectAsync(new Fault.AgentRestart(3, TimeSpan.FromSeconds(10)));
        var down = await live.AfterAsync(3);
        var recovering = await live.AfterAsync(8);
        var up = await live.AfterAsync(4);

        Assert.Equal(AgentState.Disconnected, down.Agents.Single(a => a.Name == name).State);
        Assert.DoesNotContain(name, recovering.AgentsRead);
        Assert.Equal(AgentState.Active, up.Agents.Single(a => a.Name == name).State);
        Assert.Superset(
            up.Containers.Where(c => c.Agent == name).Select(c => c.Id).Take(3).ToHashSet(),
            before.Containers.Where(c => c.Agent == name).Select(c => c.Id).ToHashSet());
    }

    [Fact]
    public async Task Inject_Maintenance_InMaintenanceThenDownThenBack()
    {
        await using var live = await Live.StartAsync();
        await live.AfterAsync(1);

        await live.InjectAsync(new Fault.Maintenance(3, TimeSpan.FromMinutes(2), Minutes5));
        var scheduled = await live.AfterAsync(10);
        var down = await live.AfterAsync(120);
        var back = await live.AfterAsync(400);

        Assert.Equal(2, scheduled.Agents.Count(a => a.State == AgentState.InMaintenance));
        var window = Assert.Single(scheduled.MaintenanceWindows);
        Assert.Equal(Minutes5, window.Duration);
        Assert.All(scheduled.Agents, a => Assert.Equal(a.State == AgentState.InMaintenance, window.Machines.Any(m => m.Has(a))));
        Assert.Equal(8, down.Agents.Count);
        Assert.Equal(2, down.HostsDown.Count);
        Assert.Equal(10, back.Agents.Count(a => a.State == AgentState.Active));
        Assert.Empty(back.HostsDown);
        Assert.Empty(back.MaintenanceWindows);
    }

    [Fact]
    public async Task Inject_Drain_DrainingThenDrainedThenActive()
    {
        await using var live = await Live.StartAsync();
        await live.AfterAsync(1);

        await live.InjectAsync(new Fault.Drain(1, Minutes5));
        var draining = await live.AfterAsync(5);
        var drained = await live.AfterAsync(20);
        var active = await live.AfterAsync(300);

        Assert.Single(draining.Agents, a => a.State == AgentState.Draining);
        var agent = Assert.Single(drained.Agents, a => a.State == AgentState.Drained);
        Assert.DoesNotContain(drained.Containers, c => c.Agent == agent.Name);
        Assert.Equal(10, active.Agents.Count(a => a.State == AgentState.Active));
    }

    [Fact]
    public async Task Inject_FrameworkNewId_OldTasksOrphanedUntilTornDown()
    {
        await using var live = await Live.StartAsync();
        var before = await live.AfterAsync(1);
        var id = before.Frameworks.Single(f => f.Name == "marathon").Id;

        await live.InjectAsync(new Fault.FrameworkNewId(1, Minutes5));
        var twice = await live.AfterAsync(60);
        var torn = await live.AfterAsync(300);

        Assert.Equal(2, twice.Frameworks.Count(f => f.Name == "marathon"));
        Assert.False(twice.Frameworks.Single(f => f.Id == id).Subscribed);
        Assert.DoesNotContain(torn.Frameworks, f => f.Id == id);
        Assert.DoesNotContain(torn.Containers, c => c.FrameworkId == id);
    }

    [Fact]
    public async Task Inject_MarathonFailover_StandbyTakesOver()
    {
        await using var live = await Live.StartAsync();
        await live.AfterAsync(1);

        await live.InjectAsync(new Fault.MarathonFailover(1, Minutes5));
        var down = await live.AfterAsync(3);
        var over = await live.AfterAsync(15);

        Assert.Single(down.Marathons);
        Assert.Equal(2, over.Marathons.Count);
    }

    [Fact]
    public async Task Inject_RollingMasterUpdate_OneElectionAndNobodyLost()
    {
        await using var live = await Live.StartAsync();
        var first = await live.AfterAsync(1);

        await live.InjectAsync(new Fault.RollingMasterUpdate(TimeSpan.FromSeconds(20)));
        var standbyDown = await live.AfterAsync(10);
        var leaderDown = await live.AfterAsync(80);
        var done = await live.AfterAsync(60);

        Assert.Equal(first.Leader?.Address, standbyDown.Leader?.Address);
        Assert.Equal(2, standbyDown.Masters.Count);
        Assert.NotEqual(first.Leader?.Address, leaderDown.Leader?.Address);
        Assert.Equal(LeaderPhase.Steady, done.Leader?.Phase);
        Assert.Equal(3, done.Masters.Count);
        Assert.Equal(10, done.Agents.Count(a => a.State == AgentState.Active));
    }

    [Fact]
    public async Task Inject_SickLog_OperationsQueueUp()
    {
        await using var live = await Live.StartAsync();

        await live.InjectAsync(new Fault.SickLog(Minutes5));

        var sick = await live.AfterAsync(10);
        var other = await live.AfterAsync(200);

        Assert.True(sick.Masters.Max(m => m.QueuedRegistryOperations) > 0);
        Assert.NotEqual(sick.Leader?.Address, other.Leader?.Address);
        Assert.Equal(0, (await live.AfterAsync(400)).Masters.Max(m => m.QueuedRegistryOperations));
    }

    [Fact]
    public async Task CollectAsync_HoursLater_MemoryKillsAreSeen()
    {
        await using var live = await Live.StartAsync();

        var seen = await live.AfterAsync(16 * 3600);

        Assert.True(seen.Masters.Max(m => m.MemoryKills) > 0);
        var leaking = live.Cluster.PlantedApps.Where(a => a.Kind == AppKind.LeakingMemory).Select(a => a.Key).ToHashSet();
        Assert.Contains(seen.Failures, f => f.OutOfMemory && leaking.Contains(f.App));
    }

    [Fact]
    public async Task StartAsync_WithHistoryAndScript_HasLivedThroughIt()
    {
        var options = Live.Small with { HistoryStart = Live.Start.AddDays(-1), Script = FaultScript.Parse("+6h zone-loss 1 10m\n+12h leader-crash") };
        await using var live = await Live.StartAsync(options);

        var seen = await live.AfterAsync(0);

        Assert.Equal(10, seen.Agents.Count(a => a.State == AgentState.Active));
        Assert.NotEqual(live.Cluster.MasterUrls[0], new Uri($"http://{seen.Leader?.Address}/"));
        Assert.NotEmpty(seen.Failures);
        Assert.Contains(seen.Containers, c => c.Sample?.At > Live.Start.AddMinutes(-1) && c.Sample.CpuSeconds < 3600);
    }

    [Fact]
    public async Task StartAsync_OnAFastClock_LivesFast()
    {
        var time = new ScaledTimeProvider(TimeProvider.System, 36_000, Live.Start);
        await using var cluster = await SimulatedCluster.StartAsync(Live.Small, time, TestContext.Current.CancellationToken);

        // The collector's time-outs are by its own clock, and the network is no faster than ever.
        using var collector = new ClusterCollector(new ClusterTargets { Masters = cluster.MasterUrls }, TimeProvider.System);

        var first = await collector.CollectAsync(null, TestContext.Current.CancellationToken);
        var second = await collector.CollectAsync(null, TestContext.Current.CancellationToken);

        Assert.True(second.Containers.Max(c => c.Sample?.At) - first.Containers.Max(c => c.Sample?.At) > TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Inject_UnknownZone_Throws()
    {
        await using var live = await Live.StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => live.InjectAsync(new Fault.ZoneLoss(9, Minutes5)));
    }
}
