using Capacity.Core.Recordings;
using Capacity.Simulator.Replay;
using Capacity.Storage.Recordings;
using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests.Recorder;

public sealed class RecordCommandTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"capacity-{Guid.NewGuid():N}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Record_ReplayedCluster_CanBeReplayedAndScannedAgain()
    {
        await using var cluster = await ReplayCluster.StartAsync(
            await CommittedRecordings.ReadAsync("steady", Cancellation), new ReplayOptions(), TimeProvider.System, Cancellation);
        var masters = string.Join(',', cluster.Masters.Select(m => $"http://someone:hunter2@{cluster.Listeners[m]}"));

        var recorded = await Run.Async("record", folder, "--master", masters, "--for", "1500ms", "--interval", "500ms");
        var scanned = await Run.Async("replay", folder, "--scan", "--output", "csv", "--samples", "1");

        Assert.Equal(0, recorded.ExitCode);
        Assert.Contains("Recorded 3 collections", recorded.Output, StringComparison.Ordinal);
        Assert.Equal(0, scanned.ExitCode);
        Assert.Contains("marathon,/dev/giant/idle,dev,3,18,", scanned.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", await AllTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_StoppedByTheUser_IsWhole()
    {
        await using var cluster = await ReplayCluster.StartAsync(
            await CommittedRecordings.ReadAsync("steady", Cancellation), new ReplayOptions(), TimeProvider.System, Cancellation);
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        interrupted.CancelAfter(TimeSpan.FromSeconds(1.5));

        var run = await Run.Async(interrupted.Token, "record", folder, "--master", $"{cluster.Listeners[cluster.Masters[0]]}", "--interval", "10m");

        Assert.Equal(0, run.ExitCode);
        var recording = Assert.IsType<RecordingOpening.Opened>(await Recording.OpenAsync(folder, Cancellation)).Recording;
        Assert.NotEmpty(await recording.ReadAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Empty(recording.Remarks);
    }

    [Fact]
    public async Task Record_FolderHoldsARecording_IsRefused()
    {
        var run = await Run.Async("record", Path.Combine(CommittedRecordings.Folder, "steady"), "--master", "a", "--for", "1s");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("holds a recording already", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_OneCollection_IsSaidInTheSingular()
    {
        await using var cluster = await ReplayCluster.StartAsync(
            await CommittedRecordings.ReadAsync("steady", Cancellation), new ReplayOptions(), TimeProvider.System, Cancellation);

        var run = await Run.Async("record", folder, "--master", $"{cluster.Listeners[cluster.Masters[0]]}", "--for", "1ms");

        Assert.Contains("Recorded 1 collection to ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("zk://127.0.0.1:1/mesos")]
    public async Task Record_NobodyAnswers_ExitsWithFourAndCanBeTriedAgain(string masters)
    {
        string[] arguments = ["record", folder, "--master", masters, "--for", "1ms"];
        var first = await Run.Async(arguments);
        var second = await Run.Async(arguments);

        Assert.Equal((4, 4), (first.ExitCode, second.ExitCode));
        Assert.Single(first.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((string.Empty, first.Error), (first.Output, second.Error));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task Record_MastersInZooKeeper_KeepsTheElection()
    {
        var steady = await CommittedRecordings.ReadAsync("steady", Cancellation);
        await using var cluster = await ReplayCluster.StartAsync([.. steady, .. Election(steady)], new ReplayOptions(), TimeProvider.System, Cancellation);

        var run = await Run.Async("record", folder, "--master", $"zk://{cluster.Listeners[cluster.ZooKeepers[0]]}/mesos", "--for", "1ms");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        var recording = Assert.IsType<RecordingOpening.Opened>(await Recording.OpenAsync(folder, Cancellation)).Recording;
        var kept = await recording.ReadAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Contains(kept, e => e is { Scheme: "zk", Method: "getChildren", Target: "/mesos" });
        Assert.Contains(kept, e => e.Scheme == "http");
    }

    private static IEnumerable<RecordedExchange> Election(IReadOnlyList<RecordedExchange> steady)
    {
        var kinds = new HostKinds();
        foreach (var exchange in steady)
        {
            kinds.Observe(exchange);
        }

        RecordedExchange Answer(string method, string target, string body) => new()
        {
            At = steady[0].At, Took = TimeSpan.Zero, Scheme = "zk", Host = new("10.0.0.9", 2181), Method = method, Target = target,
            Body = System.Text.Encoding.UTF8.GetBytes(body),
        };

        yield return Answer("getChildren", "/mesos", """["json.info_0000000001"]""");
        yield return Answer("getData", "/mesos/json.info_0000000001", $$"""{"pid":"master@{{kinds.Of(HostKind.Master)[0]}}"}""");
    }

    private async Task<string> AllTextAsync()
    {
        var opened = Assert.IsType<RecordingOpening.Opened>(await Recording.OpenAsync(folder, Cancellation));
        var exchanges = await opened.Recording.ReadAsync(Cancellation).ToListAsync(Cancellation);
        return await File.ReadAllTextAsync(Path.Combine(folder, "recording.json"), Cancellation)
            + string.Concat(exchanges.Select(e => e.ToString() + System.Text.Encoding.UTF8.GetString(e.Body.Span)));
    }
}
