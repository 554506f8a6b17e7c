using Microsoft.Win32.SafeHandles;

namespace Capacity.Benchmarks.Parsing;

/// <summary>Reads a part of a file in pieces such as a socket gives.</summary>
internal sealed class FilePartStream(SafeFileHandle file, long offset, long length) : Stream
{
    private const int LargestPiece = 16 << 10;

    private long done;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => done;
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(Math.Min(buffer.Length, LargestPiece), length - done);
        var count = RandomAccess.Read(file, buffer[..wanted], offset + done);
        done += count;
        return count;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
