using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Profiles;
using Capacity.Core.RightSizing.Recording;
using Capacity.Server.Configuration;
using Capacity.Server.Keeping;

namespace Capacity.Cli.Tests.Serving;

/// <summary>A service that is killed between two checkpoints makes its profiles again, and counts nothing twice.</summary>
public sealed class ProfilesAfterKillTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_KilledAgainAndAgain_HasTheProfilesOfAllThatIsStored()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        for (var round = 0; round < 3; round++)
        {
            using var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);
            await ServeProcess.UntilAsync(serve.StoredAsync, round + 1, Cancellation);
            await serve.KillAsync(Cancellation);
        }

        var configuration = Assert.IsType<ConfigurationOutcome.Loaded>(ConfigurationLoader.Load(cluster.Configuration)).Configuration;
        var (opened, refusal) = await Stores.OpenAsync(configuration, TimeProvider.System, Cancellation);
        Assert.Null(refusal);
        await using var stores = opened!;
        var covered = (await stores.State.Profiles.ReadStateAsync(Cancellation)).CoveredUntil;
        Assert.NotNull(covered);
        var keeper = new ProfileKeeper(stores, configuration);
        await keeper.RestoreAsync(Cancellation);
        Assert.Null(await keeper.CheckpointAsync(Cancellation));

        var latest = (await stores.Samples.FindLatestAsync(Cancellation))!.Value;
        Assert.True(latest > covered, "Every life ended with a checkpoint, and nothing was to be made again.");
        var state = await stores.State.Profiles.ReadStateAsync(Cancellation);
        var recorder = new ProfileRecorder(configuration.Interval, TimeSpan.FromMinutes(5), ProfileOptions.Default);
        foreach (var look in await stores.Samples.ReadLooksAsync(latest.AddDays(-1), latest.AddSeconds(1), Cancellation))
        {
            recorder.Take(look, state.Events.Where(e => e.NotedAt == look.At));
        }

        Assert.Equal(Written(recorder.Checkpoint()!.Profiles), Written(await AllAsync(stores, latest)));
    }

    private static async Task<List<EncodedProfile>> AllAsync(Stores stores, DateTimeOffset latest)
    {
        var day = DateOnly.FromDateTime(latest.UtcDateTime);
        List<EncodedProfile> all = [];
        await stores.State.Profiles.ReadAllAsync(day.AddDays(-2), day.AddDays(1), (AppKey app, IReadOnlyList<AppDayProfile> days) => all.AddRange(days.Select(d => EncodedProfile.Of(app, d))), Cancellation);
        return all;
    }

    private static List<string> Written(IEnumerable<EncodedProfile> profiles) =>
        [.. profiles.Select(p => $"{p.Day:O} {p.App} {Convert.ToHexString(p.Bytes)}").Order(StringComparer.Ordinal)];
}
