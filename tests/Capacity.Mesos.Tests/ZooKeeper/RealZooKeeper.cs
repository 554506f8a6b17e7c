using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper;
using Xunit;

namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>A real server of one, on a free loopback port, with its data in a temporary folder, for the time of a test class.</summary>
public abstract class RealZooKeeper(int slot, string extraConfiguration) : IAsyncLifetime
{
    private const string Jar = "/usr/share/java/zookeeper.jar";
    private const string NotInstalled = "ZooKeeper or Java is not installed: ./test.sh installs them";
    private const int Attempts = 3;
    private const int Slots = 2;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("capacity-zk-");
    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    internal HostPort Address { get; private set; }

    public async ValueTask InitializeAsync()
    {
        try
        {
            await StartAsync();
            await PrepareAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
            folder.Refresh();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes what the tests need in the server that has just started.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    private async Task StartAsync()
    {
        if (!File.Exists(Jar))
        {
            throw new InvalidOperationException(NotInstalled);
        }

        // Should somebody have the port, the server ends at once and gets another.
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            Address = new("127.0.0.1", FindPort(attempt));
            if (await TryStartAsync(TestContext.Current.CancellationToken))
            {
                return;
            }
        }

        throw new InvalidOperationException($"ZooKeeper did not start: {string.Join(" | ", output)}");
    }

    // Below the ports that the system gives away, so that no other test's server gets it before ours has started,
    // and another one for each fixture, attempt and test process.
    private int FindPort(int attempt) => 20_000 + ((((Environment.ProcessId * Slots) + slot) * Attempts) + attempt) % 10_000;

    private async Task<bool> TryStartAsync(CancellationToken cancellationToken)
    {
        await StopAsync();
        process = Start(Configure());
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var started = TimeProvider.System.GetTimestamp();
        var words = new FourLetterWords(TimeSpan.FromSeconds(1), TimeProvider.System, new(null, TimeProvider.System));
        while (!process.HasExited && TimeProvider.System.GetElapsedTime(started) < StartLimit)
        {
            if (await words.ReadAsync(Address, cancellationToken) is ZooKeeperReading.Answered { Server.Mode: ZooKeeperMode.Standalone })
            {
                return !process.HasExited;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        return false;
    }

    private string Configure()
    {
        var path = Path.Combine(folder.FullName, "zoo.cfg");
        File.WriteAllText(
            path,
            $"""
            tickTime=2000
            dataDir={Path.Combine(folder.FullName, "data")}
            clientPort={Address.Port}
            clientPortAddress={Address.Host}
            maxSessionTimeout=600000
            admin.enableServer=false
            {extraConfiguration}

            """);
        return path;
    }

    private static Process Start(string configuration)
    {
        string[] arguments =
        [
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Dzookeeper.forceSync=no",
            "-cp", Jar, "org.apache.zookeeper.server.ZooKeeperServerMain", configuration,
        ];
        try
        {
            return Process.Start(new ProcessStartInfo("java", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(NotInstalled);
        }
    }

    private async Task StopAsync()
    {
        if (process is null)
        {
            return;
        }

        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }
}
