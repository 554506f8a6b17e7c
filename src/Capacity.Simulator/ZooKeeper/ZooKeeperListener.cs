using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Capacity.Simulator.ZooKeeper;

/// <summary>Listens for clients of one ZooKeeper server. Watches are taken and never go off.</summary>
internal sealed class ZooKeeperListener : IAsyncDisposable
{
    // A server of ZooKeeper refuses longer requests as well (jute.maxbuffer).
    private const int LongestRequest = 1 << 20;

    private readonly Socket listener;
    private readonly IZooKeeperReplies replies;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Task, byte> connections = [];
    private readonly Task accepting;
    private long lastSession;

    /// <summary>Starts to listen.</summary>
    /// <param name="listener">A bound socket; disposed of with this.</param>
    public ZooKeeperListener(Socket listener, IZooKeeperReplies replies)
    {
        this.listener = listener;
        this.replies = replies;
        listener.Listen();
        accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(connections.Keys);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var connection = ServeAsync(await listener.AcceptAsync(stop.Token));
                connections[connection] = 0;
                _ = connection.ContinueWith(c => connections.TryRemove(c, out _), TaskScheduler.Default);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Either stopped, which ends the loop, or one client that went away before it was accepted.
            }
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            try
            {
                var first = new byte[sizeof(int)];
                await ReadAsync(client, first);
                if (first.All(b => b is >= (byte)'a' and <= (byte)'z'))
                {
                    await AnswerWordAsync(client, Encoding.ASCII.GetString(first));
                }
                else
                {
                    await ServeSessionAsync(client, first);
                }
            }
            catch (Exception e) when (e is SocketException or IOException or InvalidDataException or JsonException or OperationCanceledException)
            {
                // As a server does with a client that is gone or talks nonsense: forget it.
            }
        }
    }

    private async Task AnswerWordAsync(Socket client, string word)
    {
        if (replies.FourLetterWord(word) is { } text)
        {
            await SendAsync(client, text);
            client.Shutdown(SocketShutdown.Send);
        }
        else
        {
            Cut(client);
        }
    }

    private async Task ServeSessionAsync(Socket client, byte[] firstLength)
    {
        await SendAsync(client, Connected(await ReadFrameAsync(client, firstLength)));
        var length = new byte[sizeof(int)];
        while (true)
        {
            await ReadAsync(client, length);
            var request = await ReadFrameAsync(client, length);
            if (replies.Answer(request, out var operation) is not { } reply)
            {
                Cut(client);
                return;
            }

            await SendAsync(client, reply);
            if (operation == Operations.CloseSession)
            {
                return;
            }
        }
    }

    private byte[] Connected(byte[] frame)
    {
        const int LengthWithoutReadOnly = 44;
        var request = new JuteReader(frame);
        request.Int();
        request.Long();
        var timeout = request.Int();
        var asked = request.Long();
        var session = asked != 0 ? asked : Interlocked.Increment(ref lastSession);
        var reply = new JuteWriter().Int(0).Int(timeout).Long(session).Bytes(new byte[16]);
        return (frame.Length > LengthWithoutReadOnly ? reply.Byte(0) : reply).ToFrame();
    }

    private async Task<byte[]> ReadFrameAsync(Socket client, byte[] length)
    {
        var count = BinaryPrimitives.ReadInt32BigEndian(length);
        var frame = count is >= 0 and <= LongestRequest ? new byte[count] : throw new InvalidDataException($"A request of {count} bytes.");
        await ReadAsync(client, frame);
        return frame;
    }

    private async Task ReadAsync(Socket client, Memory<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = await client.ReceiveAsync(buffer, stop.Token);
            buffer = count > 0 ? buffer[count..] : throw new IOException("The client closed the connection.");
        }
    }

    private async Task SendAsync(Socket client, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await client.SendAsync(bytes, stop.Token)..];
        }
    }

    // With a reset, not an orderly end: that is what a client sees of a server that dies.
    private static void Cut(Socket client) => client.Close(0);
}
