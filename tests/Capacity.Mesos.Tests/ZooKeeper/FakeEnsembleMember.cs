using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Mesos.ZooKeeper.Jute;

namespace Capacity.Mesos.Tests.ZooKeeper;

/// <summary>A server that speaks ZooKeeper's protocol about nodes that the test makes up, and misbehaves where told to.</summary>
internal sealed class FakeEnsembleMember : IAsyncDisposable
{
    private readonly ScriptedServer server;

    public FakeEnsembleMember() => server = new(ServeAsync);

    public HostPort Address => server.Address;

    public Dictionary<string, FakeNode> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the answers to four-letter words; others are refused.</summary>
    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public int SessionTimeoutMilliseconds { get; init; } = 10_000;

    /// <summary>Gets everything asked over sessions, in order: <c>connect</c>, <c>exists /a</c>, <c>close</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Called at each request before it is answered.</summary>
    public Action<string>? OnRequest { get; init; }

    /// <summary>Gives the raw bytes to send for a request instead of its answer; null for the usual answer.</summary>
    public Func<string, int, byte[]?>? Misbehave { get; init; }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ServeAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new byte[4];
        await stream.ReadExactlyAsync(head, cancellationToken);
        if (char.IsAsciiLetter((char)head[0]))
        {
            var word = Encoding.ASCII.GetString(head);
            var text = Words.GetValueOrDefault(word, $"{word} is not executed because it is not in the whitelist.\n");
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            return;
        }

        await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(head)], cancellationToken);
        var hello = new JuteWriter().Int(0).Int(SessionTimeoutMilliseconds).Long(77).Bytes(new byte[16]).Bool(false);
        await AnswerAsync(stream, "connect", 0, hello, cancellationToken);
        while (true)
        {
            await stream.ReadExactlyAsync(head, cancellationToken);
            var packet = new byte[BinaryPrimitives.ReadInt32BigEndian(head)];
            await stream.ReadExactlyAsync(packet, cancellationToken);
            var (xid, request, answer) = Understand(packet);
            await AnswerAsync(stream, request, xid, answer, cancellationToken);
            if (request == "close")
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, string request, int xid, JuteWriter usual, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        OnRequest?.Invoke(request);
        await stream.WriteAsync(Misbehave?.Invoke(request, xid) ?? usual.ToPacket(), cancellationToken);
    }

    private (int Xid, string Request, JuteWriter Answer) Understand(byte[] packet)
    {
        var reader = new JuteReader(packet);
        var xid = reader.Int();
        var op = (OpCode)reader.Int();
        switch (op)
        {
            case OpCode.CloseSession:
                return (xid, "close", Header(xid, ErrorCode.Ok));
            case OpCode.Ping:
                return (xid, "ping", Header(xid, ErrorCode.Ok));
            case OpCode.Auth:
                _ = reader.Int();
                return (xid, $"auth {reader.Text()} {Encoding.UTF8.GetString(reader.Bytes())}", Header(xid, ErrorCode.Ok));
            default:
                var path = reader.Text();
                return (xid, $"{char.ToLowerInvariant(op.ToString()[0])}{op.ToString()[1..]} {path}", Answer(xid, op, path));
        }
    }

    private JuteWriter Answer(int xid, OpCode op, string path)
    {
        if (!Nodes.TryGetValue(path, out var node))
        {
            return Header(xid, ErrorCode.NoNode);
        }

        var error = op switch { OpCode.Exists => node.ExistsError, OpCode.GetChildren => node.ChildrenError, _ => node.DataError };
        var answer = Header(xid, error);
        if (error != ErrorCode.Ok)
        {
            return answer;
        }

        if (op == OpCode.Exists)
        {
            return Stat(answer, node);
        }

        if (op == OpCode.GetData)
        {
            return Stat(answer.Bytes(node.Data ?? new byte[node.DataBytes]), node);
        }

        answer.Int(node.Children.Length);
        foreach (var child in node.Children)
        {
            answer.Text(child);
        }

        return answer;
    }

    private static JuteWriter Header(int xid, ErrorCode error) => new JuteWriter().Int(xid).Long(5).Int((int)error);

    private static JuteWriter Stat(JuteWriter answer, FakeNode node) => answer
        .Long(11).Long(12).Long(0).Long(0).Int(0).Int(0).Int(0)
        .Long(node.EphemeralOwner).Int(node.Data?.Length ?? node.DataBytes).Int(node.Children.Length).Long(0);
}
