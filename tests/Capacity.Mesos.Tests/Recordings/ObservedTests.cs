using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Correlation;
using Capacity.Core.Alerting.Observing;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.Tests.Recordings;

/// <summary>What happened to a real cluster is seen in its pictures, and nothing else.</summary>
public sealed class ObservedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Observe_NothingHappened_SaysNothing() => Assert.Empty(await ObserveAsync("steady"));

    [Fact]
    public async Task Observe_LeaderKilled_SaysThatNobodyLedAndThenAnother()
    {
        var seen = await ObserveAsync("leader-kill");

        var lost = Assert.Single(seen, s => s.Event is ContextEvent.LeaderLost { IsMarathon: false });
        var elected = Assert.Single(seen, s => s.Event is ContextEvent.LeaderElected { IsMarathon: false });
        Assert.InRange(lost.Seconds, 15, 25);
        Assert.InRange(elected.Seconds, lost.Seconds + 1, 45);
        Assert.DoesNotContain(seen, s => s.Event is ContextEvent.AgentUnreachable);
    }

    [Fact]
    public async Task Observe_MastersRestartedOneByOne_SeesARollingRestart()
    {
        var seen = await ObserveAsync("rolling");

        var change = Assert.IsType<ContextEvent.ChangeStarted>(Assert.Single(seen, s => s.Event is ContextEvent.ChangeStarted).Event);
        Assert.Equal("rolling restart of masters", change.Change);
        var taken = seen.Select(s => s.Event).OfType<ContextEvent.TargetBegan>().Select(t => t.Host).ToList();
        Assert.Equal(2, taken.Distinct().Count());
        Assert.Equal(taken, seen.Select(s => s.Event).OfType<ContextEvent.TargetEnded>().Select(t => t.Host));
        Assert.Contains(seen, s => s.Event is ContextEvent.LeaderElected);
    }

    [Fact]
    public async Task Observe_AgentsRestarted_IsNoElectionAndNoUpgrade()
    {
        var seen = await ObserveAsync("agent-restart");

        Assert.DoesNotContain(seen, s => s.Event is ContextEvent.LeaderLost or ContextEvent.LeaderElected or ContextEvent.ChangeStarted or ContextEvent.TargetBegan);
    }

    private static async Task<IReadOnlyList<(double Seconds, ContextEvent Event)>> ObserveAsync(string name)
    {
        var (memory, observer) = (new ClusterMemory(), new ClusterObserver(new Leadership(), []));
        var pictures = (await ReplayedCluster.CollectAsync(name, Cancellation)).Select(c => memory.Lay(c.Snapshot)).ToList();
        return [.. pictures.SelectMany(p => observer.Take(p).Select(e => ((p.TakenAt - pictures[0].TakenAt).TotalSeconds, e)))];
    }
}
