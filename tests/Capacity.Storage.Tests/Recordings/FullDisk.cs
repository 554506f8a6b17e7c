namespace Capacity.Storage.Tests.Recordings;

/// <summary>A file on a disk that takes a number of bytes and no more.</summary>
internal sealed class FullDisk(int room) : MemoryStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Length + buffer.Length > room)
        {
            throw new IOException("No space left on device");
        }

        base.Write(buffer);
    }
}
