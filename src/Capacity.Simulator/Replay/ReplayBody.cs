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

    private readonly ReadOnlyMemory<byte> _body;
    private readonly TimeSpan _shift;
    private readonly AddressMap _addresses;
    private readonly ByteSplices _splices = new();
    private readonly Stack<Frame> _frames = new();
    private JsonScanner _scanner;
    private Frame _frame = new(false);
    private Range _name;

    private ReplayBody(ReadOnlyMemory<byte> body, TimeSpan shift, AddressMap addresses)
    {
        _body = body;
        _shift = shift;
        _addresses = addresses;
        _scanner = new JsonScanner(body.Span);
    }

    private readonly ReadOnlySpan<byte> Name => _body.Span[_name];

    private readonly ReadOnlySpan<byte> Piece => _body.Span[_scanner.Start.._scanner.End];

    /// <summary>Gives the body as a client is to see it.</summary>
    public static ReadOnlyMemory<byte> Rewrite(ReadOnlyMemory<byte> body, TimeSpan shift, AddressMap addresses) =>
        new ReplayBody(body, shift, addresses).Run();

    private ReadOnlyMemory<byte> Run()
    {
        _addresses.AddTo(_splices, _body.Span);
        while (_scanner.Read())
        {
            switch (_scanner.Piece)
            {
                case JsonPiece.PropertyName:
                    _name = (_scanner.Start + 1)..Math.Max(_scanner.Start + 1, _scanner.End - 1);
                    break;
                case JsonPiece.StartObject or JsonPiece.StartArray:
                    _frames.Push(_frame);
                    _frame = new Frame(_scanner.Piece == JsonPiece.StartObject && TimeShift.IsObjectInTime(Name));
                    _name = default;
                    break;
                case JsonPiece.EndObject or JsonPiece.EndArray:
                    RewritePort();
                    _frame = _frames.Pop();
                    _name = default;
                    break;
                case JsonPiece.Text:
                    TakeString();
                    break;
                case JsonPiece.Literal:
                    TakeNumber();
                    break;
            }
        }

        return _splices.Apply(_body);
    }

    private readonly void Replace(byte[]? with)
    {
        if (with is not null)
        {
            _splices.Add(_scanner.Start, _scanner.End, with);
        }
    }

    private readonly void TakeString()
    {
        Replace(TimeShift.Instant(Piece, _shift));
        if (Name.SequenceEqual("hostname"u8))
        {
            _frame.HostName = _scanner.Start.._scanner.End;
        }
        else if (Name.SequenceEqual("ip"u8))
        {
            _frame.Ip = _scanner.Start.._scanner.End;
        }
        else if (Name.SequenceEqual("pid"u8))
        {
            _frame.Pid = _scanner.Start.._scanner.End;
        }
    }

    private readonly void TakeNumber()
    {
        if (TimeShift.IsPointInTime(Name) || (_frame.IsTime && Name.SequenceEqual("nanoseconds"u8)))
        {
            Replace(TimeShift.Number(Piece, _shift));
        }
        else if (Name.SequenceEqual("port"u8))
        {
            _frame.Port = _scanner.Start.._scanner.End;
        }
        else if (Name.SequenceEqual("ip"u8))
        {
            _frame.IpNumber = _scanner.Start.._scanner.End;
        }
    }

    // Where host and port are values of their own, as in leader_info, no authority can be found in the text. A host name that
    // was not asked itself is a name and no address: an agent keeps the name and port that it announces.
    private readonly void RewritePort()
    {
        if (_frame.Port is not { } portAt
            || !decimal.TryParse(_body.Span[portAt], NumberStyles.Float, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            return;
        }

        var byName = Find(_frame.HostName, (int)port);
        var byIp = Find(_frame.Ip, (int)port);
        var byPid = _frame is { HostName: null, Pid: { } pid } && HostPort.TryParse(JsonStrings.Decode(_body.Span[pid])) is { } address ? _addresses.Find(address.ToString()) : null;
        if ((byPid ?? byName ?? byIp) is not { } listener)
        {
            return;
        }

        Add(portAt, Encoding.ASCII.GetBytes(listener.Port.ToString(CultureInfo.InvariantCulture)));
        Add(byName is null ? null : _frame.HostName, LoopbackName);
        Add(byIp is null ? null : _frame.Ip, LoopbackName);
        Add(_frame.IpNumber, LoopbackNumber);
    }

    private readonly HostPort? Find(Range? host, int port) =>
        host is { } range ? _addresses.Find(JsonStrings.Decode(_body.Span[range]), port) : null;

    private readonly void Add(Range? range, byte[] with)
    {
        if (range is { } where)
        {
            _splices.Add(where.Start.Value, where.End.Value, with);
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
