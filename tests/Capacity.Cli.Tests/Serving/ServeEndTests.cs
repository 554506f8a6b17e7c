using System.Net;
using System.Net.Sockets;

namespace Capacity.Cli.Tests.Serving;

/// <summary>However the service ends, what it said it had stored is there, and it serves again.</summary>
public sealed class ServeEndTests
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(25);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_TerminatedInMidWrite_StoresWhatItCollected()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        var collected = 0;
        for (var round = 0; round < 2; round++)
        {
            using var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);

            // Counted when it is collected, and before it is stored: this is the middle.
            await ServeProcess.UntilAsync(serve.CollectedAsync, 1, Cancellation);
            collected += await serve.CollectedAsync(Cancellation);
            var (exitCode, took) = await serve.TerminateAsync(Cancellation);

            Assert.Equal(0, exitCode);
            Assert.True(took < LongestStop, $"{took}");
            Assert.True(await cluster.StoredAsync(Cancellation) >= collected, $"round {round}");
        }
    }

    [Fact]
    public async Task Serve_TerminatedWhileItWaitsForASilentMaster_EndsAllTheSame()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var folder = Directory.CreateTempSubdirectory("capacity-silent-");
        var configuration = Path.Combine(folder.FullName, "capacity.yaml");
        await File.WriteAllTextAsync(
            configuration,
            $"cluster: {{ masters: ['http://{silent.LocalEndpoint}'] }}\nweb: {{ listen: 'http://127.0.0.1:0' }}\ncollection: {{ interval: 2m, timeout: 1m }}\nstorage: {{ folder: '{folder.FullName}/data' }}\n",
            Cancellation);
        using (var serve = await ServeProcess.StartAsync(configuration, Cancellation))
        {
            using var asked = await silent.AcceptTcpClientAsync(Cancellation);
            var (exitCode, took) = await serve.TerminateAsync(Cancellation);

            Assert.Equal(0, exitCode);
            Assert.True(took < LongestStop, $"{took}");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Serve_KilledInMidWrite_HasEverythingItAcknowledged()
    {
        await using var cluster = await ServedCluster.StartAsync(Cancellation);
        var acknowledged = 0;
        for (var round = 0; round < 4; round++)
        {
            using var serve = await ServeProcess.StartAsync(cluster.Configuration, Cancellation);
            if (round % 2 == 0)
            {
                await ServeProcess.UntilAsync(serve.CollectedAsync, 1, Cancellation);
            }
            else
            {
                await ServeProcess.UntilAsync(serve.StoredAsync, 1, Cancellation);
            }

            acknowledged += await serve.StoredAsync(Cancellation);
            await serve.KillAsync(Cancellation);

            Assert.True(await cluster.StoredAsync(Cancellation) >= acknowledged, $"round {round}: {acknowledged}");
        }

        Assert.True(acknowledged >= 2, $"{acknowledged}");
    }
}
