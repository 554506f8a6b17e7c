using System.Net;
using System.Net.Sockets;
using System.Text;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>A TCP server on a free loopback port that does with each connection what the test says, then closes it.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> script;
    private readonly Task accepting;

    public ScriptedServer(Func<NetworkStream, CancellationToken, Task> script)
    {
        this.script = script;
        listener.Start();
        Address = new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        accepting = AcceptAsync();
    }

    public HostPort Address { get; }

    /// <summary>Reads four bytes, sends the text that the script has for them, and closes.</summary>
    public static ScriptedServer OfWords(Func<string, string> answer) => new(async (stream, cancellationToken) =>
    {
        var word = new byte[4];
        await stream.ReadExactlyAsync(word, cancellationToken);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer(Encoding.ASCII.GetString(word))), cancellationToken);
    });

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptSocketAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // Stopped, perhaps between two connections.
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await script(stream, stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client left, or the test is over.
        }
    }
}
