namespace Capacity.Mesos.Http;

/// <summary>Reads another stream up to a limit, and throws beyond it.</summary>
internal sealed class LimitedStream(Stream inner, long limit) : ReadingStream(inner)
{
    private long read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await Inner.ReadAsync(buffer, cancellationToken);
        read += count;
        return read <= limit ? count : throw new BodyTooLargeException(limit);
    }
}
