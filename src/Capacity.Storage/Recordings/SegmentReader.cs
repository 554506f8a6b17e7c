using System.Buffers;
using System.IO.Compression;

namespace Capacity.Storage.Recordings;

/// <summary>Reads the whole lines of a segment, however it ends.</summary>
internal sealed class SegmentReader(Stream file) : IDisposable
{
    // The decoder gives nothing of the bytes it was handed together with damaged ones; so it gets few at a time.
    private const int Slice = 512;

    private readonly byte[] input = new byte[1 << 16];
    private ReadOnlyMemory<byte> compressed;
    private byte[] lines = new byte[1 << 18];
    private int start;
    private int searched;
    private int filled;
    private BrotliDecoder decoder;

    /// <summary>Gets the line last read, without its line feed; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Gets how the segment ended.</summary>
    public SegmentEnd End { get; private set; }

    /// <summary>Goes to the next line.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var feed = lines.AsSpan(searched, filled - searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                Line = lines.AsMemory(start, searched + feed - start);
                start = searched = searched + feed + 1;
                return true;
            }

            searched = filled;
            if (End != SegmentEnd.NotYet)
            {
                End = End == SegmentEnd.Whole && start < filled ? SegmentEnd.CutShort : End;
                return false;
            }

            await FillAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        decoder.Dispose();
        file.Dispose();
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var status = decoder.Decompress(compressed.Span[..Math.Min(compressed.Length, Slice)], lines.AsSpan(filled), out var consumed, out var written);
        compressed = compressed[consumed..];
        filled += written;
        switch (status)
        {
            case OperationStatus.Done:
                End = SegmentEnd.Whole;
                break;
            case OperationStatus.InvalidData:
                End = SegmentEnd.Damaged;
                break;
            case OperationStatus.NeedMoreData when compressed.IsEmpty:
                var count = await file.ReadAsync(input, cancellationToken);
                compressed = input.AsMemory(0, count);
                End = count == 0 ? SegmentEnd.CutShort : SegmentEnd.NotYet;
                break;
        }
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            lines.AsSpan(start, filled - start).CopyTo(lines);
            filled -= start;
            searched -= start;
            start = 0;
        }

        if (filled > lines.Length / 2)
        {
            Array.Resize(ref lines, lines.Length * 2);
        }
    }
}
