using System.Diagnostics;

namespace Capacity.Cli.Tests;

/// <summary>The command as a process of its own, ended as an operator or an init system would.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process process;

    private CommandProcess(Process process) => this.process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static CommandProcess Start(params string[] arguments) => new(Run("dotnet", [typeof(CapacityCommand).Assembly.Location, .. arguments]));

    /// <summary>Reads what it says up to and with the first line that holds a text.</summary>
    public async Task<string> ReadToAsync(string text)
    {
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            lines.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return string.Join('\n', lines);
            }
        }

        throw new InvalidOperationException($"It ended without '{text}'. It said: {string.Join('\n', lines)}{await process.StandardError.ReadToEndAsync(Cancellation)}");
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync(string signal)
    {
        using var kill = Run("kill", [$"-{signal}", $"{process.Id}"]);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static Process Run(string file, string[] arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
