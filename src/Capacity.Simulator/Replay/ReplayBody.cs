using System.Globalization;
using System.Text;
using Capacity.Core.Cluster;
using Capacity.Core.Recordings;

namespace Capacity.Simulator.Replay;

/// <summary>Brings one recorded body to the present: its times are moved, its addresses replaced, all else stays byte for byte.</summary>
internal ref struct ReplayBody
{
    private static readonly byte[] LoopbackName = "\"127.0.0.1\""u8.ToArray();

    // MasterInfo.ip is the address as it lies in memory.
    private static readonly byte[] LoopbackNumber = "16777343"u8.ToArray();

    private readonly ReadOnlyMemory<byte> body;
    private readonly TimeSpan shift;
    private readonly AddressMap addresses;
    private readonly ByteSplices splices = new();
    private readonly Stack<Frame> frames = new();
    private JsonScanner scanner;
    private Frame frame = new(false);
    private Range name;

    private ReplayBody(ReadOnlyMemory<byte> body, TimeSpan shift, AddressMap addresses)
    {
        this.body = body;
        this.shift = shift;
        this.addresses = addresses;
        scanner = new JsonScanner(body.Span);
    }

    private readonly ReadOnlySpan<byte> Name => body.Span[name];

    private readonly ReadOnlySpan<byte> Piece => body.Span[scanner.Start..scanner.End];

    /// <summary>Gives the body as a client is to see it.</summary>
    public static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> body, TimeSpan shift, AddressMap addresses) =>
        new ReplayBody(body, shift, addresses).Run();

    private ReadOnlyMemory<byte> Run()
    {
        addresses.AddTo(splices, body.Span);
        while (scanner.Read())
        {
            switch (scanner.Piece)
            {
                case JsonPiece.PropertyName:
                    name = (scanner.Start + 1)..Math.Max(scanner.Start + 1, scanner.End - 1);
                    break;
                case JsonPiece.StartObject or JsonPiece.StartArray:
                    frames.Push(frame);
                    frame = new Frame(scanner.Piece == JsonPiece.StartObject && TimeShift.IsObjectInTime(Name));
                    name = default;
                    break;
                case JsonPiece.EndObject or JsonPiece.EndArray:
                    RewritePort();
                    frame = frames.Pop();
                    name = default;
                    break;
                case JsonPiece.Text:
                    TakeString();
                    break;
                case JsonPiece.Literal:
                    TakeNumber();
                    break;
            }
        }

        return splices.Apply(body);
    }

    private readonly void Replace(byte[]? with)
    {
        if (with is not null)
        {
            splices.Add(scanner.Start, scanner.End, with);
        }
    }

    private readonly void TakeString()
    {
        Replace(TimeShift.Instant(Piece, shift));
        if (Name.SequenceEqual("hostname"u8))
        {
            frame.HostName = scanner.Start..scanner.End;
        }
        else if (Name.SequenceEqual("ip"u8))
        {
            frame.Ip = scanner.Start..scanner.End;
        }
        else if (Name.SequenceEqual("pid"u8))
        {
            frame.Pid = scanner.Start..scanner.End;
        }
    }

    private readonly void TakeNumber()
    {
        if (TimeShift.IsPointInTime(Name) || (frame.IsTime && Name.SequenceEqual("nanoseconds"u8)))
        {
            Replace(TimeShift.Number(Piece, shift));
        }
        else if (Name.SequenceEqual("port"u8))
        {
            frame.Port = scanner.Start..scanner.End;
        }
        else if (Name.SequenceEqual("ip"u8))
        {
            frame.IpNumber = scanner.Start..scanner.End;
        }
    }

    // Where host and port are values of their own, as in leader_info, no authority can be found in the text. A host name that
    // was not asked itself is a name and no address: an agent keeps the name and port that it announces.
    private readonly void RewritePort()
    {
        if (frame.Port is not { } portAt
            || !decimal.TryParse(body.Span[portAt], NumberStyles.Float, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            return;
        }

        var byName = Find(frame.HostName, (int)port);
        var byIp = Find(frame.Ip, (int)port);
        var byPid = frame is { HostName: null, Pid: { } pid } && HostPort.TryParse(JsonStrings.Decode(body.Span[pid])) is { } address ? addresses.Find(address.ToString()) : null;
        if ((byPid ?? byName ?? byIp) is not { } listener)
        {
            return;
        }

        Add(portAt, Encoding.ASCII.GetBytes(listener.Port.ToString(CultureInfo.InvariantCulture)));
        Add(byName is null ? null : frame.HostName, LoopbackName);
        Add(byIp is null ? null : frame.Ip, LoopbackName);
        Add(frame.IpNumber, LoopbackNumber);
    }

    private readonly HostPort? Find(Range? host, int port) =>
        host is { } range ? addresses.Find(JsonStrings.Decode(body.Span[range]), port) : null;

    private readonly void Add(Range? range, byte[] with)
    {
        if (range is { } where)
        {
            splices.Add(where.Start.Value, where.End.Value, with);
        }
    }

    private sealed class Frame(bool isTime)
    {
        public bool IsTime { get; } = isTime;

        public Range? HostName { get; set; }

        public Range? Ip { get; set; }

        public Range? IpNumber { get; set; }

        public Range? Port { get; set; }

        public Range? Pid { get; set; }
    }
}
