using System.Text;
using System.Text.Json;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;
using Capacity.Simulator.ZooKeeper;

namespace Capacity.Simulator.Replay.ZooKeeper;

/// <summary>Makes the answers of one recorded ZooKeeper server.</summary>
internal sealed class ZooKeeperReplies(HostPort host, ReplayTimeline timeline, ReplayClock clock, AddressMap addresses) : IZooKeeperReplies
{
    private static readonly Dictionary<string, int> Errors = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NoNode"] = Operations.NoNode, ["NoAuth"] = -102, ["BadArguments"] = -8, ["MarshallingError"] = -5, ["InvalidACL"] = -114, ["AuthFailed"] = -115,
    };

    /// <summary>Answers a four-letter word.</summary>
    /// <returns>The text, or <see langword="null"/> where the connection is to be cut.</returns>
    public ReadOnlyMemory<byte>? FourLetterWord(string word)
    {
        var moment = clock.Read();
        var exchange = timeline.Find(host, "4lw", word, null, moment.Recorded);
        return moment.IsOver || exchange?.Error is not null ? null
            : exchange is null ? Encoding.ASCII.GetBytes($"{word} is not executed because it is not in the whitelist.\n")
            : ReplayBody.Rewrite(exchange.Body, moment.Shift, addresses);
    }

    /// <summary>Answers a request within a session.</summary>
    /// <returns>The frame, or <see langword="null"/> where the connection is to be cut.</returns>
    /// <exception cref="InvalidDataException">The request ends early.</exception>
    public byte[]? Answer(ReadOnlySpan<byte> frame, out int operation)
    {
        var request = new JuteReader(frame);
        var xid = request.Int();
        operation = request.Int();
        var moment = clock.Read();
        var method = operation switch { Operations.Exists => "exists", Operations.GetData => "getData", Operations.GetChildren or Operations.GetChildren2 => "getChildren", _ => null };
        if (moment.IsOver)
        {
            return null;
        }

        if (method is null)
        {
            var path = operation == Operations.Sync ? request.Text() : null;
            var reply = Header(xid, operation is Operations.Ping or Operations.CloseSession or Operations.Auth or Operations.SetWatches or Operations.Sync ? 0 : Operations.Unimplemented);
            return (path is null ? reply : reply.Text(path)).ToFrame();
        }

        var node = request.Text();
        var exchange = timeline.Find(host, method, node, null, moment.Recorded);
        return exchange is null ? Header(xid, Operations.NoNode).ToFrame()
            : exchange.Error is not { } error ? Success(xid, operation, node, exchange, moment)
            : Errors.TryGetValue(error, out var code) ? Header(xid, code).ToFrame()
            : null;
    }

    private static JuteWriter Header(int xid, int error) => new JuteWriter().Int(xid).Long(1).Int(error);

    private byte[] Success(int xid, int operation, string node, RecordedExchange exchange, ReplayMoment moment)
    {
        var reply = Header(xid, 0);
        var stat = StatOf(node, moment.Recorded);
        if (operation == Operations.GetData)
        {
            var data = ReplayBody.Rewrite(exchange.Body, moment.Shift, addresses);
            reply.Bytes(data.Span);
            stat = stat with { DataLength = data.Length };
        }
        else if (operation is Operations.GetChildren or Operations.GetChildren2)
        {
            var children = JsonSerializer.Deserialize(exchange.Body.Span, ZooKeeperJson.Default.StringArray) ?? [];
            stat = stat with { NumChildren = children.Length };
            reply.Int(children.Length);
            foreach (var child in children)
            {
                reply.Text(child);
            }
        }

        if (operation != Operations.GetChildren)
        {
            stat.WriteTo(reply, moment.Shift);
        }

        return reply.ToFrame();
    }

    private ZooKeeperStat StatOf(string node, DateTimeOffset at) =>
        timeline.Find(host, "exists", node, null, at) is { Error: null } exists
            ? JsonSerializer.Deserialize(exists.Body.Span, ZooKeeperJson.Default.ZooKeeperStat) ?? new()
            : new();
}
