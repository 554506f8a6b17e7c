using Capacity.Simulator.Replay;
using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Restarts of a real cluster, replayed as fast as they were: a master that is killed, all masters one after the other, two agents.</summary>
/// <remarks>Nobody has to come for any of them: another master leads within seconds, and agents come back. Rules, checks and policy are as usual.</remarks>
public sealed class RecordedRestartTests
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recordings_OfRestarts_TellNobody() =>
        await Task.WhenAll(AssertQuietAsync("leader-kill", 170), AssertQuietAsync("rolling", 190), AssertQuietAsync("agent-restart", 110));

    private static async Task AssertQuietAsync(string name, int seconds)
    {
        var recording = await CommittedRecordings.ReadAsync(name, Cancellation);
        var cluster = await ReplayCluster.StartAsync(recording, new ReplayOptions(), TimeProvider.System, Cancellation);
        await using var world = await WatchedWorld.StartAsync(cluster, factor: 1);
        var unpaged = await world.WatchAsync(TimeSpan.FromSeconds(seconds) + Afterwards);

        Assert.True(world.Pager.All.Count == 0, $"{name}: {await world.StoryAsync()}");

        // That another master leads is said, for whoever looks; it asks nothing of anybody.
        Assert.True(unpaged.Names.IsSubsetOf(["MesosLeaderChanged"]), $"{name}: {string.Join(", ", unpaged.Names)}");
    }
}
