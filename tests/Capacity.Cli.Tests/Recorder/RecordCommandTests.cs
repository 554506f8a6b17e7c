using Capacity.Simulator.Replay;
using Capacity.Storage.Recordings;
using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests.Recording;

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
        var scanned = await Run.Async("replay", folder, "--scan", "--output", "csv", "--interval", "1s");

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
        var recording = Assert.IsType<RecordingOpening.Opened>(await Storage.Recordings.Recording.OpenAsync(folder, Cancellation)).Recording;
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

    [Theory]
    [InlineData("replay", "nowhere")]
    [InlineData("replay", ".")]
    public async Task Replay_NoRecording_IsRefusedInOneLine(params string[] arguments)
    {
        var run = await Run.Async(arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Replay_WithoutScan_SaysHowToLookAndEndsWithTheUser()
    {
        using var interrupted = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        interrupted.CancelAfter(TimeSpan.FromSeconds(1.5));

        var run = await Run.Async(interrupted.Token, "replay", Path.Combine(CommittedRecordings.Folder, "steady"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("3 masters and 6 agents", run.Output, StringComparison.Ordinal);
        Assert.Contains("capacity scan --master http://127.0.0.1:", run.Output, StringComparison.Ordinal);
    }

    private async Task<string> AllTextAsync()
    {
        var opened = Assert.IsType<RecordingOpening.Opened>(await Storage.Recordings.Recording.OpenAsync(folder, Cancellation));
        var exchanges = await opened.Recording.ReadAsync(Cancellation).ToListAsync(Cancellation);
        return await File.ReadAllTextAsync(Path.Combine(folder, "recording.json"), Cancellation)
            + string.Concat(exchanges.Select(e => e.ToString() + System.Text.Encoding.UTF8.GetString(e.Body.Span)));
    }
}
