using System.Diagnostics;
using Capacity.Testing.Recordings;

namespace Capacity.Cli.Tests;

/// <summary>The command as a process of its own, ended as an operator or an init system would.</summary>
public sealed class SignalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Replay_Signalled_EndsByItself(string signal)
    {
        using var replay = Start("dotnet", typeof(CapacityCommand).Assembly.Location, "replay", Path.Combine(CommittedRecordings.Folder, "steady"));
        try
        {
            Assert.Contains("3 masters", await replay.StandardOutput.ReadLineAsync(Cancellation), StringComparison.Ordinal);

            using var kill = Start("kill", $"-{signal}", $"{replay.Id}");
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            await replay.WaitForExitAsync(patience.Token);

            Assert.Equal(0, replay.ExitCode);
        }
        finally
        {
            if (!replay.HasExited)
            {
                replay.Kill();
            }
        }
    }

    private static Process Start(string file, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
