using System.IO.Compression;

namespace Capacity.Storage.Recordings;

/// <summary>One Brotli stream going to one file. What was flushed can be read although the stream has no end yet.</summary>
internal sealed class SegmentWriter(Stream file, int quality) : IDisposable
{
    private readonly byte[] buffer = new byte[1 << 16];
    private BrotliEncoder encoder = new(quality, RecordingFormat.WindowBits);

    /// <summary>Gets the compressed bytes written so far.</summary>
    public long Length { get; private set; }

    /// <summary>Compresses the bytes; they may stay in memory until <see cref="Flush"/>.</summary>
    public void Write(ReadOnlySpan<byte> bytes) => Compress(bytes, isFinalBlock: false);

    /// <summary>Brings everything written so far to the operating system.</summary>
    public void Flush()
    {
        while (true)
        {
            var status = encoder.Flush(buffer, out var written);
            Store(written);
            if (status == System.Buffers.OperationStatus.Done)
            {
                break;
            }
        }

        file.Flush();
    }

    /// <summary>Ends the stream.</summary>
    public void Finish()
    {
        Compress([], isFinalBlock: true);
        file.Flush();
    }

    public void Dispose()
    {
        encoder.Dispose();
        file.Dispose();
    }

    private void Compress(ReadOnlySpan<byte> bytes, bool isFinalBlock)
    {
        while (true)
        {
            var status = encoder.Compress(bytes, buffer, out var consumed, out var written, isFinalBlock);
            bytes = bytes[consumed..];
            Store(written);
            if (status != System.Buffers.OperationStatus.DestinationTooSmall && bytes.IsEmpty)
            {
                return;
            }
        }
    }

    private void Store(int count)
    {
        file.Write(buffer.AsSpan(0, count));
        Length += count;
    }
}
