using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Simulator.Replay;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Simulator.Tests.Replay;

public sealed class ZooKeeperReplayTests
{
    private static readonly DateTimeOffset Recorded = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);
    private static readonly HostPort Server = new("10.0.0.9", 2181);
    private static readonly HostPort Master = new("10.0.0.1", 5050);

    private readonly FakeTimeProvider time = new(Recorded.AddHours(1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ruok", "imok")]
    [InlineData("conf", "conf is not executed because it is not in the whitelist.\n")]
    [InlineData("mntr", "")]
    public async Task FourLetterWord_Any_AnswersAndCloses(string word, string expected)
    {
        await using var cluster = await StartAsync();
        using var client = await ConnectAsync(cluster);
        await client.SendAsync(Encoding.ASCII.GetBytes(word), Token);

        Assert.Equal(expected, Encoding.ASCII.GetString(await ReadToEndAsync(client)));
    }

    [Fact]
    public async Task Session_AllOperations_AnswerAsAServerDoes()
    {
        await using var cluster = await StartAsync();
        using var client = await ConnectAsync(cluster);
        await client.SendAsync(Frame([.. new byte[12], .. Int(6000), .. new byte[8], .. Int(16), .. new byte[16], 0]), Token);

        var connected = await ReadFrameAsync(client);
        Assert.Equal(37, connected.Length);
        Assert.Equal(6000, BinaryPrimitives.ReadInt32BigEndian(connected.AsSpan(4)));
        Assert.NotEqual(0, BinaryPrimitives.ReadInt64BigEndian(connected.AsSpan(8)));

        var exists = await AskAsync(client, 1, 3, "/mesos");
        Assert.Equal((1, 0, 16 + 68), (Xid(exists), Error(exists), exists.Length));
        Assert.Equal(1795359600000 + 3_600_000, BinaryPrimitives.ReadInt64BigEndian(exists.AsSpan(16 + 16)));
        Assert.Equal(2, BinaryPrimitives.ReadInt32BigEndian(exists.AsSpan(^12)));

        var children = await AskAsync(client, 2, 8, "/mesos");
        Assert.Equal([.. Int(2), .. Text("json.info_0000000001"), .. Text("log_replicas")], children[16..]);
        Assert.Equal(children.Length + 68, (await AskAsync(client, 3, 12, "/mesos")).Length);

        var data = await AskAsync(client, 4, 4, "/mesos/json.info_0000000001");
        var json = $"{{\"pid\":\"master@{cluster.Listeners[Master]}\"}}";
        Assert.Equal(Text(json), data[16..(20 + json.Length)]);

        Assert.Equal(-101, Error(await AskAsync(client, 5, 3, "/gone")));
        Assert.Equal(-101, Error(await AskAsync(client, 6, 4, "/never-asked")));
        Assert.Equal(-102, Error(await AskAsync(client, 7, 4, "/forbidden")));
        Assert.Equal(-6, Error(await AskAsync(client, 8, 1, "/create")));
        Assert.Equal((-2, 0), await HeaderOnlyAsync(client, -2, 11));
        Assert.Equal((9, 0), await HeaderOnlyAsync(client, 9, -11));
        Assert.Empty(await ReadToEndAsync(client));
    }

    [Fact]
    public async Task Session_ServerWasDown_IsCut()
    {
        await using var cluster = await StartAsync();
        using var client = await ConnectAsync(cluster);
        await client.SendAsync(Frame([.. new byte[12], .. Int(6000), .. new byte[8], .. Int(16), .. new byte[16]]), Token);
        Assert.Equal(36, (await ReadFrameAsync(client)).Length);
        time.Advance(TimeSpan.FromSeconds(60));

        await client.SendAsync(Frame([.. Int(1), .. Int(3), .. Text("/mesos"), 0]), Token);

        Assert.Empty(await ReadToEndAsync(client));
    }

    private static byte[] Int(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Text(string text) => [.. Int(text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Frame(byte[] bytes) => [.. Int(bytes.Length), .. bytes];

    private static int Xid(byte[] reply) => BinaryPrimitives.ReadInt32BigEndian(reply);

    private static int Error(byte[] reply) => BinaryPrimitives.ReadInt32BigEndian(reply.AsSpan(12));

    private static async Task<byte[]> AskAsync(Socket client, int xid, int operation, string path)
    {
        await client.SendAsync(Frame([.. Int(xid), .. Int(operation), .. Text(path), 0]), Token);
        return await ReadFrameAsync(client);
    }

    private static async Task<(int Xid, int Error)> HeaderOnlyAsync(Socket client, int xid, int operation)
    {
        await client.SendAsync(Frame([.. Int(xid), .. Int(operation)]), Token);
        var reply = await ReadFrameAsync(client);
        Assert.Equal(16, reply.Length);
        return (Xid(reply), Error(reply));
    }

    private static async Task<byte[]> ReadFrameAsync(Socket client)
    {
        await using var stream = new NetworkStream(client);
        var length = new byte[4];
        await stream.ReadExactlyAsync(length, Token);
        var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        await stream.ReadExactlyAsync(frame, Token);
        return frame;
    }

    private static async Task<byte[]> ReadToEndAsync(Socket client)
    {
        await using var stream = new NetworkStream(client);
        using var all = new MemoryStream();
        try
        {
            await stream.CopyToAsync(all, Token);
        }
        catch (IOException)
        {
            // A reset is an end as well.
        }

        return all.ToArray();
    }

    private static async Task<Socket> ConnectAsync(ReplayCluster cluster)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", cluster.Listeners[Server].Port, Token);
        return socket;
    }

    private static RecordedExchange Answer(string method, string target, string body, string? error = null, double second = 0) => new()
    {
        At = Recorded.AddSeconds(second), Took = TimeSpan.Zero, Scheme = "zk", Host = Server, Method = method, Target = target,
        Body = Encoding.UTF8.GetBytes(body), Error = error,
    };

    private Task<ReplayCluster> StartAsync() => ReplayCluster.StartAsync(
        [
            Answer("4lw", "ruok", "imok"),
            Answer("4lw", "mntr", "", "Connection refused"),
            Answer("exists", "/mesos", """{"czxid":5,"ctime":1795359600000,"mtime":1795359600000,"dataLength":0,"numChildren":2}"""),
            Answer("exists", "/mesos", "", "Connection refused", 50),
            Answer("exists", "/gone", "", "NoNode"),
            Answer("getChildren", "/mesos", """["json.info_0000000001","log_replicas"]"""),
            Answer("getData", "/mesos/json.info_0000000001", """{"pid":"master@10.0.0.1:5050"}"""),
            Answer("getData", "/forbidden", "", "NoAuth"),
            Answer("x", "/", "") with { Scheme = "http", Host = Master, Status = 200 },
        ],
        new(),
        time,
        Token);
}
