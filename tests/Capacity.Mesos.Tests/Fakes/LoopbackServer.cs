using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Capacity.Core.Cluster;

namespace Capacity.Mesos.Tests.Fakes;

/// <summary>A server on loopback whose answers are scripted by path, those that are no HTTP too. One request for each connection.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FakeRequest> requests = new();
    private readonly ConcurrentBag<Task> serving = [];
    private readonly SslServerAuthenticationOptions? tls;
    private readonly Task accepting;
    private volatile Answer otherwise = Answers.NotFound;

    public LoopbackServer(SslServerAuthenticationOptions? tls = null)
    {
        this.tls = tls;
        listener.Start();
        Address = new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        accepting = AcceptAsync();
    }

    public HostPort Address { get; }

    public Uri Uri => new($"{(tls is null ? "http" : "https")}://{Address}/");

    public IReadOnlyList<FakeRequest> Requests => [.. requests];

    /// <summary>Answers one path.</summary>
    public LoopbackServer On(string path, Answer answer)
    {
        answers[path] = answer;
        return this;
    }

    /// <summary>Answers everything alike from now on.</summary>
    public LoopbackServer Always(Answer answer)
    {
        answers.Clear();
        otherwise = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(serving);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await OpenAsync(client);
                if (await ReadAsync(stream, client.Client) is { } request)
                {
                    requests.Enqueue(request);
                    await answers.GetValueOrDefault(request.Path, otherwise)(request, stop.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException
                or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, which is what many tests are about.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (tls is null)
        {
            return client.GetStream();
        }

        var secured = new SslStream(client.GetStream());
        await secured.AuthenticateAsServerAsync(tls, stop.Token);
        return secured;
    }

    private async Task<FakeRequest?> ReadAsync(Stream stream, Socket socket)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, stop.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop.Token);
        var words = lines[0].Split(' ');
        return new(words[0], words[1], headers, Encoding.UTF8.GetString(body), stream, socket);
    }
}
