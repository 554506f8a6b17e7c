using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests;

public sealed class SignalTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Replay_Signalled_EndsByItself(string signal)
    {
        using var replay = CommandProcess.Start("replay", Path.Combine(CommittedRecordings.Folder, "steady"));
        Assert.Contains("3 masters", await replay.ReadToAsync("Ctrl+C"), StringComparison.Ordinal);

        Assert.Equal(0, await replay.EndAsync(signal));
    }
}
