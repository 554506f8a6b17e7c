using Capacity.Core.Cluster;
using Capacity.Core.Units;

namespace Capacity.Server.Tests.Hosting;

public sealed class RestartTests
{
    private const string Lost = "agent6.z1.mesos.test";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Restart_AgentIsLostMeanwhile_IsMissedByNameWithItsSizeAndPlace()
    {
        await using var recording = await WatchedRecording.StartAsync("drain", Cancellation);
        recording.Time.Advance(TimeSpan.FromSeconds(85));
        Agent before;
        await using (var service = await recording.ServeAsync(null, Cancellation))
        {
            before = (await service.CollectAsync(Cancellation)).Agents.Single(a => a.Agent.Name.Hostname == Lost).Agent;
        }

        recording.Time.Advance(TimeSpan.FromSeconds(25));
        await using var restarted = await recording.ServeAsync(null, Cancellation);
        var report = await restarted.CollectAsync(Cancellation);

        var missing = report.Agents.Single(a => a.Agent.Name.Hostname == Lost).Agent;
        Assert.Equal(AgentState.Gone, missing.State);
        Assert.Equal((before.Zone, before.Resources?.Total), (missing.Zone, missing.Size));
        Assert.NotNull(missing.Size);
        Assert.Equal(before.AsOf, missing.AsOf, TimeSpan.FromMilliseconds(1));
        Assert.Equal(CpuCores.FromCores(96.5), report.Cluster.Total.Cpus);
        Assert.Contains(report.Warnings, w => w.Code == "agent-gone" && w.Subject == missing.Name.ToString());
    }

    [Fact]
    public async Task Restart_AgentWasLostBefore_IsStillMissed()
    {
        await using var recording = await WatchedRecording.StartAsync("drain", Cancellation);
        recording.Time.Advance(TimeSpan.FromSeconds(85));
        await using (var service = await recording.ServeAsync(null, Cancellation))
        {
            await service.CollectAsync(Cancellation);
            recording.Time.Advance(TimeSpan.FromSeconds(25));
            await service.CollectAsync(Cancellation);
        }

        for (var restart = 0; restart < 2; restart++)
        {
            recording.Time.Advance(WatchedRecording.Tick);
            await using var restarted = await recording.ServeAsync(null, Cancellation);
            var missing = (await restarted.CollectAsync(Cancellation)).Agents.Single(a => a.Agent.Name.Hostname == Lost).Agent;

            Assert.Equal((AgentState.Gone, 4.0), (missing.State, missing.Size?.Cpus.Cores));
        }
    }
}
