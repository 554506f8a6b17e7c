using System.Buffers;

namespace Capacity.Simulator.Hosting;

/// <summary>Bytes of one answer in pieces of memory that the next answer uses again. Large answers take many pieces, none of them a large one.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private const int PieceLength = 64 << 10;

    private readonly List<(byte[] Bytes, int Length)> full = [];
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(PieceLength);
    private int length;

    /// <summary>Gets how many bytes were written.</summary>
    public long Length => full.Sum(p => (long)p.Length) + length;

    /// <summary>Gets what was written; not to be used once this is disposed of.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces => full.Select(p => (ReadOnlyMemory<byte>)p.Bytes.AsMemory(0, p.Length)).Append(bytes.AsMemory(0, length));

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(length);
    }

    public byte[] ToArray()
    {
        var all = new byte[Length];
        var at = 0;
        foreach (var piece in Pieces)
        {
            piece.Span.CopyTo(all.AsSpan(at));
            at += piece.Length;
        }

        return all;
    }

    public void Dispose()
    {
        foreach (var (piece, _) in full)
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        full.Clear();
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        length = 0;
    }

    private void Reserve(int count)
    {
        if (bytes.Length - length >= Math.Max(1, count))
        {
            return;
        }

        full.Add((bytes, length));
        bytes = ArrayPool<byte>.Shared.Rent(Math.Max(PieceLength, count));
        length = 0;
    }
}
