using System.Buffers;
using System.IO.Compression;

namespace Capacity.Storage.Recordings;

/// <summary>Reads the whole lines of a segment, however it ends.</summary>
internal sealed class SegmentReader(Stream file) : IDisposable
{
    // The decoder gives nothing of the bytes it was handed together with damaged ones; so it gets few at a time.
    private const int Slice = 512;

    private readonly byte[] _input = new byte[1 << 16];
    private ReadOnlyMemory<byte> _compressed;
    private byte[] _lines = new byte[1 << 18];
    private int _start;
    private int _searched;
    private int _filled;
    private BrotliDecoder _decoder;

    /// <summary>Gets the line last read, without its line feed; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Gets how the segment ended.</summary>
    public SegmentEnd End { get; private set; }

    /// <summary>Goes to the next line.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var feed = _lines.AsSpan(_searched, _filled - _searched).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                Line = _lines.AsMemory(_start, _searched + feed - _start);
                _start = _searched = _searched + feed + 1;
                return true;
            }

            _searched = _filled;
            if (End != SegmentEnd.NotYet)
            {
                End = End == SegmentEnd.Whole && _start < _filled ? SegmentEnd.CutShort : End;
                return false;
            }

            await FillAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _decoder.Dispose();
        file.Dispose();
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var status = _decoder.Decompress(_compressed.Span[..Math.Min(_compressed.Length, Slice)], _lines.AsSpan(_filled), out var consumed, out var written);
        _compressed = _compressed[consumed..];
        _filled += written;
        switch (status)
        {
            case OperationStatus.Done:
                End = SegmentEnd.Whole;
                break;
            case OperationStatus.InvalidData:
                End = SegmentEnd.Damaged;
                break;
            case OperationStatus.NeedMoreData when _compressed.IsEmpty:
                var count = await file.ReadAsync(_input, cancellationToken);
                _compressed = _input.AsMemory(0, count);
                End = count == 0 ? SegmentEnd.CutShort : SegmentEnd.NotYet;
                break;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _lines.AsSpan(_start, _filled - _start).CopyTo(_lines);
            _filled -= _start;
            _searched -= _start;
            _start = 0;
        }

        if (_filled > _lines.Length / 2)
        {
            Array.Resize(ref _lines, _lines.Length * 2);
        }
    }
}
