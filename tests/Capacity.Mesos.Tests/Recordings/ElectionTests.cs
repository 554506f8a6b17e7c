using Capacity.Core.Cluster;
using Capacity.Core.Scanning;

namespace Capacity.Mesos.Tests.Recordings;

/// <summary>A real cluster through elections and restarts: no scan at any moment shows a cluster that shrank, doubled or ran backwards.</summary>
public sealed class ElectionTests
{
    private const double TotalCores = 100.5;
    private const int TicksApart = 6;

    /// <summary>The machine that the cluster was recorded on has two cores; nothing can use more, but for the grain of its counters.</summary>
    private const double MostCores = 2.1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader-kill", 2)]
    [InlineData("rolling", 2)]
    public async Task ScanWithMemory_AtEveryMomentOfAnElection_HoldsTheCluster(string name, int leaders)
    {
        var memory = new ClusterMemory();
        var pictures = (await ReplayedCluster.CollectAsync(name, Cancellation)).Select(c => memory.Lay(c.Snapshot)).ToList();

        Assert.Equal(leaders, pictures.Select(p => p.Leader?.Address).OfType<HostPort>().Distinct().Count());
        Assert.Contains(pictures, p => p.Leader is null);
        for (var end = 1; end < pictures.Count; end++)
        {
            AssertWhole(ScanAnalysis.Analyse(pictures.GetRange(Math.Max(0, end - TicksApart), Math.Min(end, TicksApart) + 1)), $"{name}, tick {end}");
        }
    }

    [Theory]
    [InlineData("leader-kill")]
    [InlineData("rolling")]
    public async Task ScanFromScratch_StartedAtAnyMoment_WaitsAndIsWhole(string name)
    {
        var collected = await ReplayedCluster.CollectAsync(name, Cancellation);
        for (var start = 0; start < collected.Count - TicksApart; start++)
        {
            var first = collected.Skip(start).TakeWhile(c => !c.Snapshot.KnowsItsAgents).Count() + start;
            var memory = new ClusterMemory();
            var second = Math.Min(first + TicksApart, collected.Count - 1);

            AssertWhole(ScanAnalysis.Analyse([memory.Lay(collected[first].Snapshot), memory.Lay(collected[second].Snapshot)]), $"{name}, from tick {start}");
        }
    }

    [Fact]
    public async Task Scan_NoLeaderAtItsEnd_SaysSoAndIsPartial()
    {
        var memory = new ClusterMemory();
        var pictures = (await ReplayedCluster.CollectAsync("leader-kill", Cancellation)).Select(c => memory.Lay(c.Snapshot)).ToList();
        var leaderless = pictures.FindIndex(p => p.Leader is null);

        var report = ScanAnalysis.Analyse(pictures.GetRange(0, leaderless + 1));

        Assert.False(report.IsComplete);
        Assert.Contains(report.Warnings, w => w.Code == "no-leader" && w.Message.Contains("last known", StringComparison.Ordinal));
        Assert.True(report.Picture.Held);
    }

    [Fact]
    public async Task Scan_LeaderChanged_SaysSo()
    {
        var pictures = (await ReplayedCluster.CollectAsync("leader-kill", Cancellation)).Select(c => c.Snapshot).ToList();

        var report = ScanAnalysis.Analyse([pictures[0], pictures[^1]]);

        Assert.Contains(report.Warnings, w => w.Code == "leader-changed");
    }

    [Fact]
    public async Task Collect_ElectedWithoutQuorum_IsRecoveringAndNotAnEmptyCluster()
    {
        var collected = await ReplayedCluster.CollectAsync("bootstrap", Cancellation);
        var recovering = collected.First(c => c.Snapshot.Leader?.Phase == LeaderPhase.Recovering).Snapshot;

        var report = ScanAnalysis.Analyse([recovering]);

        Assert.False(recovering.KnowsItsAgents);
        Assert.False(recovering.AgentsListed);
        Assert.False(report.IsComplete);
        Assert.Contains(report.Warnings, w => w.Code == "leader-recovering");
    }

    [Fact]
    public async Task ScanWithMemory_AgentProcessRestarts_KeepsItsSizeAndItsContainers()
    {
        var memory = new ClusterMemory();
        var pictures = (await ReplayedCluster.CollectAsync("agent-restart", Cancellation)).Select(c => memory.Lay(c.Snapshot)).ToList();
        var away = pictures.Where(p => !p.AgentsRead.Contains(new("agent2.z2.mesos.test", Port(p, "agent2.z2.mesos.test")))).ToList();

        Assert.NotEmpty(away);
        Assert.All(pictures, p => Assert.Equal(TotalCores, p.Total.Cpus.Cores));
        Assert.All(away, p => Assert.Contains(p.Containers, c => c.Agent.Hostname == "agent2.z2.mesos.test"));
        Assert.All(away, p => Assert.All(p.Containers.Where(c => c.Agent.Hostname == "agent2.z2.mesos.test"), c => Assert.Null(c.Sample)));
    }

    [Fact]
    public async Task ScanWithMemory_AgentsDrainedDeactivatedAndGone_AreToldApart()
    {
        var memory = new ClusterMemory();
        var pictures = (await ReplayedCluster.CollectAsync("drain", Cancellation)).Select(c => memory.Lay(c.Snapshot)).ToList();

        AgentState[] StatesOf(string host) => [.. pictures.Select(p => p.Agents.Single(a => a.Name.Hostname == host).State).Distinct()];

        Assert.Contains(AgentState.Drained, StatesOf("agent2.z2.mesos.test"));
        Assert.Equal(AgentState.Active, pictures[^1].Agents.Single(a => a.Name.Hostname == "agent2.z2.mesos.test").State);
        Assert.Equal([AgentState.Active, AgentState.Deactivated], StatesOf("agent1.z1.mesos.test"));
        Assert.Equal(AgentState.Gone, pictures[^1].Agents.Single(a => a.Name.Hostname == "agent6.z1.mesos.test").State);
        Assert.Equal(TotalCores - 4, pictures[^1].Total.Cpus.Cores);
    }

    [Fact]
    public async Task Scan_TasksKilledForMemory_AreCountedByApp()
    {
        var report = ScanAnalysis.Analyse([(await ReplayedCluster.CollectOnceAsync("task-failures", TimeSpan.FromSeconds(125), Cancellation)).Snapshot]);

        var kills = report.Picture.Failures.Where(f => f.OutOfMemory).ToList();
        Assert.Contains(kills, f => f.App.Id == "/dev/leaky/oom" && f.Message.StartsWith("Memory limit exceeded", StringComparison.Ordinal));
        Assert.Equal(kills.Count, report.Picture.Masters.Single(m => m.Elected == true).MemoryKills);
    }

    private static int Port(ClusterSnapshot picture, string host) => picture.Agents.Single(a => a.Name.Hostname == host).Name.Port;

    private static void AssertWhole(ScanReport report, string where)
    {
        Assert.True(report.Cluster.Total.Cpus.Cores == TotalCores, $"{where}: {report.Cluster.Total.Cpus} cores");
        Assert.True(report.Agents.Count == 6, $"{where}: {report.Agents.Count} agents");
        Assert.True(report.Containers.Count is >= 22 and <= 34, $"{where}: {report.Containers.Count} containers");
        Assert.True(report.Containers.Select(c => c.Container.Id).Distinct().Count() == report.Containers.Count, $"{where}: a container counted twice");
        Assert.True(report.Containers.All(c => c.Usage?.CpuMeanCores is null or >= 0), $"{where}: a negative rate");
        Assert.True(report.Cluster.Usage.Cpus is null || report.Cluster.Usage.Cpus.Value.Cores < MostCores, $"{where}: {report.Cluster.Usage.Cpus} cores used");
        Assert.True(report.IsComplete || report.Warnings.Any(w => w.Code is "no-leader" or "leader-recovering" or "leader-warming-up"), $"{where}: partial without a word on the election");
    }
}
