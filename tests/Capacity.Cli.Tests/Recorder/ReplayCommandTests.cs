using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests.Recorder;

public sealed class ReplayCommandTests : IDisposable
{
    private const string Segment = "exchanges-0001.jsonl.br";

    private static readonly string Steady = Path.Combine(CommittedRecordings.Folder, "steady");

    private readonly string folder = Directory.CreateTempSubdirectory("capacity-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

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

    [Theory]
    [InlineData("--samples needs --scan.", "--samples", "1")]
    [InlineData("--output, --table need --scan.", "--table", "apps", "--output", "csv")]
    public async Task Replay_ReportOptionsWithoutScan_AreRefused(string expected, params string[] options)
    {
        var run = await Run.Async(["replay", Steady, .. options]);

        Assert.Equal((2, expected), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task Replay_OffsetBeyondTheEnd_IsRefusedWithTheLength()
    {
        var run = await Run.Async("replay", Steady, "--offset", "1d", "--scan");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"^--offset: the recording is only [0-9.]+s long\.\s$", run.Error);
    }

    [Theory]
    [InlineData(null, "The recording cannot be served. It holds no exchanges.")]
    [InlineData(0, "The recording cannot be served. exchanges-0001.jsonl.br was cut short; read from it: 0 exchanges.")]
    [InlineData(-1, "The recording cannot be served. exchanges-0001.jsonl.br is damaged; read from it: 0 exchanges.")]
    public async Task Replay_NothingCanBeRead_SaysWhetherItIsEmptyOrDamaged(int? length, string expected)
    {
        File.Copy(Path.Combine(Steady, "recording.json"), Path.Combine(folder, "recording.json"));
        if (length is { } n)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, Segment), n < 0 ? [.. Enumerable.Repeat((byte)0xff, 100)] : [], Cancellation);
        }

        var run = await Run.Async("replay", folder);

        Assert.Equal((1, expected), (run.ExitCode, run.Error.Trim()));
    }

    [Theory]
    [InlineData(false, "was cut short")]
    [InlineData(true, "is damaged")]
    public async Task Replay_SegmentWithABadEnd_ServesWhatComesBeforeAndSaysSo(bool isDamaged, string expected)
    {
        File.Copy(Path.Combine(Steady, "recording.json"), Path.Combine(folder, "recording.json"));
        var whole = await File.ReadAllBytesAsync(Path.Combine(Steady, Segment), Cancellation);
        var good = whole.Length * 9 / 10;
        await File.WriteAllBytesAsync(
            Path.Combine(folder, Segment), [.. whole[..good], .. isDamaged ? whole[good..].Select(b => (byte)(255 - b)) : []], Cancellation);

        var run = await Run.Async("replay", folder, "--scan", "--samples", "1");

        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Contains("Mesos cluster led by", run.Output, StringComparison.Ordinal);
    }
}
