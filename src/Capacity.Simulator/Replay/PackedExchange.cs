using System.IO.Compression;
using Capacity.Core.Recordings;

namespace Capacity.Simulator.Replay;

/// <summary>An exchange whose body is compressed, so that hours of a large cluster fit into memory.</summary>
internal sealed class PackedExchange
{
    private const int WorthIt = 1024;

    private readonly RecordedExchange head;
    private readonly int length;
    private readonly byte[] packed;

    public PackedExchange(RecordedExchange exchange)
    {
        head = exchange with { Body = ReadOnlyMemory<byte>.Empty };
        length = exchange.Body.Length;
        packed = length < WorthIt ? exchange.Body.ToArray() : Pack(exchange.Body.Span);
    }

    public DateTimeOffset At => head.At;

    public RecordedExchange Unpack() => head with { Body = length < WorthIt ? packed : Unpack(packed, length) };

    private static byte[] Pack(ReadOnlySpan<byte> body)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new ZLibStream(buffer, CompressionLevel.Fastest))
        {
            deflate.Write(body);
        }

        return buffer.ToArray();
    }

    private static byte[] Unpack(byte[] packed, int length)
    {
        using var inflate = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var body = new byte[length];
        inflate.ReadExactly(body);
        return body;
    }
}
