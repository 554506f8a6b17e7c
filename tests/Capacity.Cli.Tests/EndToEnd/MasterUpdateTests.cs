using System.Globalization;
using Capacity.Simulator.Faults;

namespace Capacity.Cli.Tests.EndToEnd;

/// <summary>Masters are updated one after the other, in real time, and nobody is paged for it, but for what has nothing to do with it.</summary>
/// <remarks>
/// Prometheus's rules hold 15 times shorter than they are written, and a master is away for 22 s as it would be for five minutes and a half:
/// long enough for <c>MesosMasterDown</c>. The checks and the policy of the service are as usual.
/// </remarks>
public sealed class MasterUpdateTests
{
    private const double Factor = 15;
    private const string Rack = "r2a";

    private static readonly TimeSpan Down = TimeSpan.FromSeconds(22);
    private static readonly TimeSpan Whole = 5 * Down;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>What waits for a cause waits for half a minute, and machines are collected for 45 s.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(50);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Update_Unannounced_PagesNobody()
    {
        var cluster = await RackedCluster.StartAsync(Cancellation);
        await using var world = await WatchedWorld.StartAsync(cluster, Factor);
        await cluster.InjectAsync(new Fault.RollingMasterUpdate(Down), Cancellation);
        var unpaged = await world.WatchAsync(Whole + Afterwards);

        Assert.True(world.Pager.Pages.Count == 0, await world.StoryAsync());
        Assert.Contains("MesosMasterDown", unpaged.Names);
    }

    [Fact]
    public async Task Update_Announced_PagesNobodyAndSaysWhatItHolds()
    {
        var cluster = await RackedCluster.StartAsync(Cancellation);
        await using var world = await WatchedWorld.StartAsync(cluster, Factor);
        var masters = cluster.MasterUrls.Select(u => u.Host).ToList();
        await world.PostAsync("/api/v1/changes", new { id = "up-1", kind = "master_update", targets = masters, expected = "1m", grace = "1m" });
        var watching = world.WatchAsync(Whole + Afterwards);
        await cluster.InjectAsync(new Fault.RollingMasterUpdate(Down), Cancellation);
        foreach (var master in masters.Skip(1).Append(masters[0]))
        {
            await world.PostAsync($"/api/v1/changes/up-1/targets/{master}/begin");
            await Task.Delay(Down + (Down / 2), TimeProvider.System, Cancellation);
            await world.PostAsync($"/api/v1/changes/up-1/targets/{master}/end");
            await Task.Delay(Down / 2, TimeProvider.System, Cancellation);
        }

        await world.PostAsync("/api/v1/changes/up-1/end");
        var unpaged = await watching;

        Assert.True(world.Pager.Pages.Count == 0, await world.StoryAsync());
        Assert.Contains("MesosMasterDown", unpaged.Names);
    }

    [Fact]
    public async Task Update_WithARackLost_PagesForTheRackAlone()
    {
        var cluster = await RackedCluster.StartAsync(Cancellation);
        await using var world = await WatchedWorld.StartAsync(cluster, Factor);
        await cluster.InjectAsync(new Fault.RollingMasterUpdate(Down), Cancellation);
        await Task.Delay(2 * Down, TimeProvider.System, Cancellation);
        await cluster.InjectAsync(new Fault.RackLoss(Rack, TimeSpan.FromMinutes(10)), Cancellation);
        var lost = TimeProvider.System.GetUtcNow();
        await world.WatchAsync(Longest + Afterwards);

        var story = await world.StoryAsync();
        Assert.True(world.Pager.Pages.Count == 1, story);
        var page = world.Pager.Pages[0];
        Assert.Contains($"rack {Rack}", page.Summary, StringComparison.Ordinal);
        Assert.True(page.At - lost <= Longest, string.Create(CultureInfo.InvariantCulture, $"It came after {(page.At - lost).TotalSeconds:0} s.\n{story}"));
    }
}
