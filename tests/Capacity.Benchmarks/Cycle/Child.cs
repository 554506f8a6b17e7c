using System.Diagnostics;
using System.Globalization;

namespace Capacity.Benchmarks.Cycle;

/// <summary>A process of its own that is measured from outside, and spoken with in lines.</summary>
internal sealed class Child : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;

    private Child(Process process) => this.process = process;

    /// <summary>Gets the CPU time of all of its threads so far, in user and kernel.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Gets the physical memory that it holds now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Gets how much of that is its own: not programs and libraries in files, which the system can drop and several processes share.</summary>
    public long OwnBytes => File.ReadLines($"/proc/{process.Id}/status")
        .Where(l => l.StartsWith("RssAnon:", StringComparison.Ordinal) || l.StartsWith("RssShmem:", StringComparison.Ordinal))
        .Sum(l => 1024 * long.Parse(l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));

    /// <summary>Gets the most that it ever held.</summary>
    public long PeakBytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts this executable as something else.</summary>
    public static Child Start(params string[] arguments) => StartProgram(Environment.ProcessPath!, Environment.CurrentDirectory, arguments);

    /// <summary>Starts a program of others.</summary>
    public static Child StartProgram(string program, string folder, params string[] arguments) => new(Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        WorkingDirectory = folder,
    })!);

    /// <summary>Says a line.</summary>
    public void Say(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
    }

    /// <summary>Waits for a line.</summary>
    public async Task<string> HearAsync(CancellationToken cancellationToken) =>
        await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new EndOfStreamException("A child process has ended.");

    /// <summary>Says a line and waits for one.</summary>
    public Task<string> AskAsync(string line, CancellationToken cancellationToken)
    {
        Say(line);
        return HearAsync(cancellationToken);
    }

    /// <summary>Ends a process that does not mind what it reads.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    /// <summary>Ends the process: by closing what it reads, and where that does not do, by force.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
        }

        process.Dispose();
    }
}
