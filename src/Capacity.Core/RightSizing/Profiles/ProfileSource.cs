using System.Buffers.Binary;

namespace Capacity.Core.RightSizing.Profiles;

/// <summary>Reads what <see cref="ProfileBytes"/> wrote. Anything else throws <see cref="FormatException"/>.</summary>
internal ref struct ProfileSource(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public ulong ReadNumber()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A number in the profile is too long.");
    }

    public long ReadCount() => ReadNumber() is <= long.MaxValue and var value ? (long)value : throw new FormatException("A number in the profile is too large.");

    public int ReadInt(int most = int.MaxValue) => ReadNumber() is var value && value <= (ulong)most ? (int)value : throw new FormatException("A number in the profile is too large.");

    public ulong ReadKey() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(4)) is >= 0 and < float.PositiveInfinity and var value
        ? value
        : throw new FormatException("A figure in the profile is no amount.");

    public byte ReadByte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        if (rest.Length < count)
        {
            throw new FormatException("The profile ends too early.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
