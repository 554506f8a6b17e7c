using System.Diagnostics;
using System.Globalization;

namespace Capacity.Storage.Tests.TimeSeries.DuckDb;

/// <summary>Runs <see cref="StoreChild"/> in a process of its own.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];

    public ChildProcess(string mode, string folder, int first = 0)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        string[] arguments = [StoreChild.Word, mode, folder, first.ToString(CultureInfo.InvariantCulture)];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
    }

    /// <summary>Gets the process's id.</summary>
    public int Id => process.Id;

    /// <summary>Gets every line that was read so far.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>Reads lines until one is as wished or the process ends.</summary>
    public async Task<string?> ReadUntilAsync(Predicate<string> wished)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (wished(line))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Kills the process at once (SIGKILL) and reads what it had still printed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await ReadUntilAsync(_ => false);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the end, and reads everything.</summary>
    public async Task<IReadOnlyList<string>> FinishAsync()
    {
        await ReadUntilAsync(_ => false);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return lines;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
