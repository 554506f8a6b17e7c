using System.Buffers.Binary;

namespace Capacity.Core.RightSizing.Profiles;

/// <summary>Writes numbers in as few bytes as they need: whole numbers as LEB128, seven bits a byte, the lowest first.</summary>
internal sealed class ProfileBytes
{
    private byte[] bytes = new byte[1024];
    private int length;

    public void WriteNumber(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        WriteNumber((ulong)value);
    }

    public void WriteNumber(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)((value & 0x7F) | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    public void WriteKey(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);

    public void WriteSingle(float value) => BinaryPrimitives.WriteSingleLittleEndian(Room(4), value);

    public void WriteByte(byte value) => Room(1)[0] = value;

    public byte[] ToArray() => bytes.AsSpan(0, length).ToArray();

    private Span<byte> Room(int count)
    {
        if (length + count > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        length += count;
        return bytes.AsSpan(length - count, count);
    }
}
