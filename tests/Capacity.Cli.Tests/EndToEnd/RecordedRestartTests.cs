using Capacity.Simulator.Replay;
using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Restarts of a real cluster, replayed as fast as they were: a master that is killed, all masters one after the other, an agent.</summary>
/// <remarks>Nobody has to come for any of them: another master leads within seconds, and agents come back. Rules, checks and policy are as usual.</remarks>
public sealed class RecordedRestartTests
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader-kill", 170)]
    [InlineData("rolling", 190)]
    [InlineData("agent-restart", 110)]
    public async Task Recording_OfARestart_IsNoPageAndNoTicket(string name, int seconds)
    {
        var recording = await CommittedRecordings.ReadAsync(name, Cancellation);
        var cluster = await ReplayCluster.StartAsync(recording, new ReplayOptions(), TimeProvider.System, Cancellation);
        await using var world = await WatchedWorld.StartAsync(cluster, factor: 1);
        var unpaged = await world.WatchAsync(TimeSpan.FromSeconds(seconds) + Afterwards);

        Assert.True(world.Pager.All.Count == 0, await world.StoryAsync());

        // That another master leads is said, for whoever looks; it asks nothing of anybody.
        Assert.Empty(unpaged.Names.Except(["MesosLeaderChanged"]));
    }
}
