using Capacity.Core.Cluster;
using Capacity.Server.Tests.Hosting;

namespace Capacity.Server.Tests.Live;

/// <summary>What looks at the masters alone, between two collections, tell of a real cluster.</summary>
public sealed class ClusterWatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_BeforeTheFirstCollection_AsksNobody()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);

        Assert.Null(await service.Watch.LookAsync(Cancellation));
        Assert.Null(service.Watch.Latest);
    }

    [Fact]
    public async Task Look_LeaderIsKilled_SeesTheElectionAndLeavesUsageAsItWas()
    {
        await using var recording = await WatchedRecording.StartAsync("leader-kill", Cancellation);
        await using var service = await recording.ServeAsync(null, Cancellation);
        await service.CollectAsync(Cancellation);
        recording.Time.Advance(WatchedRecording.Tick);
        var before = await service.CollectAsync(Cancellation);
        List<LeaderPhase?> phases = [];
        List<HostPort?> leaders = [];

        while (!recording.IsOver)
        {
            recording.Time.Advance(WatchedRecording.Tick);
            var report = await service.LookAsync(Cancellation);

            phases.Add(report.Picture.Leader?.Phase);
            leaders.Add(report.Picture.Leader?.Address);
            Assert.Equal((100.5, 6), (report.Cluster.Total.Cpus.Cores, report.Agents.Count));
            Assert.Equal(before.Containers, report.Containers);
            Assert.Equal((before.To, before.Samples, before.Cluster.Usage), (report.To, report.Samples, report.Cluster.Usage));
            Assert.Equal(recording.Time.GetUtcNow(), report.Picture.MastersAt);
        }

        Assert.Contains(null, phases);
        Assert.Equal(LeaderPhase.Steady, phases[^1]);
        Assert.Equal(2, leaders.OfType<HostPort>().Distinct().Count());
        Assert.Equal(2, service.Keeping.CollectionsStored);
    }

    [Fact]
    public async Task Look_AgentIsLost_IsMissedBeforeTheNextCollection()
    {
        await using var recording = await WatchedRecording.StartAsync("drain", Cancellation);
        recording.Time.Advance(TimeSpan.FromSeconds(85));
        await using var service = await recording.ServeAsync(null, Cancellation);
        var before = await service.CollectAsync(Cancellation);
        recording.Time.Advance(TimeSpan.FromSeconds(25));

        var after = await service.LookAsync(Cancellation);

        Assert.Equal(100.5, before.Cluster.Total.Cpus.Cores);
        Assert.Equal(96.5, after.Cluster.Total.Cpus.Cores);
        Assert.Equal(AgentState.Gone, after.Agents.Single(a => a.Agent.Name.Hostname == "agent6.z1.mesos.test").Agent.State);
        Assert.DoesNotContain(after.Containers, c => c.Container.Agent.Hostname == "agent6.z1.mesos.test");
    }
}
