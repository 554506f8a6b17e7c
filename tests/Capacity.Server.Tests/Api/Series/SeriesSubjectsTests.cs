using Capacity.Core.Cluster;
using Capacity.Server.Api.Series;
using Capacity.Server.Tests.Hosting;

namespace Capacity.Server.Tests.Api.Series;

/// <summary>Who is known although there is nothing of it in the stretch of time that was asked for.</summary>
public sealed class SeriesSubjectsTests
{
    private static readonly AppKey App = new("marathon", "/dev/giant/idle");
    private static readonly AgentName Agent = new("agent3.z3.mesos.test", 5063);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Missing_SeenInAnEarlierLife_IsKnown()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using (var before = await recording.ServeAsync(null, Cancellation))
        {
            await before.CollectAsync(Cancellation);
            recording.Time.Advance(WatchedRecording.Tick);
            await before.CollectAsync(Cancellation);
        }

        await recording.Cluster.DisposeAsync();
        recording.Time.Advance(TimeSpan.FromDays(1));
        await using var service = await recording.ServeAsync(null, Cancellation);
        await service.CollectAsync(Cancellation);
        var subjects = new SeriesSubjects(service.Watch, service.Stores, recording.Time);

        Assert.Empty(service.Latest.Apps);
        Assert.Null(await subjects.MissingAsync(App, Cancellation));
        Assert.Null(await subjects.MissingAsync(Agent, Cancellation));
        Assert.Null(await subjects.MissingAsync("3", Cancellation));
        Assert.Equal(404, (await subjects.MissingAsync(App with { Id = "/nowhere" }, Cancellation))!.StatusCode);
        Assert.Equal(404, (await subjects.MissingAsync(Agent with { Port = 1 }, Cancellation))!.StatusCode);
        Assert.Equal(404, (await subjects.MissingAsync("nowhere", Cancellation))!.StatusCode);
    }

    [Fact]
    public async Task Missing_StateIsLost_IsKnownToTheSamples()
    {
        await using var recording = await WatchedRecording.StartAsync("steady", Cancellation);
        await using (var before = await recording.ServeAsync(null, Cancellation))
        {
            await before.CollectAsync(Cancellation);
        }

        File.Delete(recording.StateFile);
        await using var service = await recording.ServeAsync(null, Cancellation);
        var subjects = new SeriesSubjects(service.Watch, service.Stores, recording.Time);

        Assert.Null(await subjects.MissingAsync(Agent, Cancellation));
        Assert.Null(await subjects.MissingAsync("3", Cancellation));
        Assert.Equal(503, (await subjects.MissingAsync("nowhere", Cancellation))!.StatusCode);
    }
}
