using Capacity.Simulator;
using Capacity.Simulator.Faults;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Updates all masters of three clusters at the same time, for they take minutes.</summary>
/// <remarks>
/// Prometheus's rules hold 15 times shorter than they are written, and a master is away for 26 s as it would be for six minutes and a half:
/// long enough for <c>MesosMasterDown</c>. So do the two checks of masters that are away; the other checks and the policy are as usual.
/// </remarks>
public sealed class MasterUpdates : IAsyncLifetime
{
    /// <summary>The rack that is lost.</summary>
    public const string Rack = "r2a";

    private const double Factor = 15;

    /// <summary>The service's own checks of masters, as much shorter.</summary>
    private const string Checks = "{ MesosMasterDown: { for: 20s, keepFiring: 8s }, MesosMasterNotRedundant: { for: 32s, keepFiring: 8s } }";

    /// <summary>How long each master is away, and how long the next one waits after that.</summary>
    private static readonly TimeSpan Down = TimeSpan.FromSeconds(26);

    /// <summary>The update, and then the half minute that alerts wait for a cause, and the 45 s that machines are collected for.</summary>
    private static readonly TimeSpan Whole = (5 * Down) + TimeSpan.FromSeconds(50);

    internal UpdateOutcome Unannounced { get; private set; } = null!;

    internal UpdateOutcome Announced { get; private set; } = null!;

    internal UpdateOutcome WithARackLost { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var all = await Task.WhenAll(RunAsync((_, _) => Task.FromResult<DateTimeOffset?>(null)), RunAsync(AnnounceAsync), RunAsync((_, cluster) => LoseAsync(cluster)));
        (Unannounced, Announced, WithARackLost) = (all[0], all[1], all[2]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private static async Task<UpdateOutcome> RunAsync(Func<WatchedWorld, SimulatedCluster, Task<DateTimeOffset?>> meanwhile)
    {
        var cluster = await RackedCluster.StartAsync(Cancellation);
        await using var world = await WatchedWorld.StartAsync(cluster, Factor, Checks);
        var happening = meanwhile(world, cluster);
        await cluster.InjectAsync(new Fault.RollingMasterUpdate(Down), Cancellation);
        var unpaged = await world.WatchAsync(Whole + TimeSpan.FromSeconds(20));
        return new(world.Pager.Pages, unpaged, await happening, await world.StoryAsync());
    }

    /// <summary>Announces the update as a tool does that makes it: each machine when it is taken, and when it is back. The leader comes last.</summary>
    private static async Task<DateTimeOffset?> AnnounceAsync(WatchedWorld world, SimulatedCluster cluster)
    {
        var masters = cluster.MasterUrls.Select(u => u.Host).ToList();
        await world.PostAsync("/api/v1/changes", new { id = "up-1", kind = "master_update", targets = masters, expected = "1m", grace = "1m" });
        foreach (var master in masters.Skip(1).Append(masters[0]))
        {
            await world.PostAsync($"/api/v1/changes/up-1/targets/{master}/begin");
            await Task.Delay(1.5 * Down, TimeProvider.System, Cancellation);
            await world.PostAsync($"/api/v1/changes/up-1/targets/{master}/end");
            await Task.Delay(0.5 * Down, TimeProvider.System, Cancellation);
        }

        await world.PostAsync("/api/v1/changes/up-1/end");
        return null;
    }

    /// <summary>A rack loses its power while the second master is away.</summary>
    private static async Task<DateTimeOffset?> LoseAsync(SimulatedCluster cluster)
    {
        await Task.Delay(2.2 * Down, TimeProvider.System, Cancellation);
        await cluster.InjectAsync(new Fault.RackLoss(Rack, TimeSpan.FromMinutes(10)), Cancellation);
        return TimeProvider.System.GetUtcNow();
    }
}
