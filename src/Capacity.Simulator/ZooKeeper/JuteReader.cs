using System.Buffers.Binary;
using System.Text;

namespace Capacity.Simulator.ZooKeeper;

/// <summary>Reads what a client of ZooKeeper sends: big endian, strings and buffers with their length before them.</summary>
internal ref struct JuteReader(ReadOnlySpan<byte> frame)
{
    private ReadOnlySpan<byte> rest = frame;

    /// <summary>Reads a number of four bytes.</summary>
    /// <exception cref="InvalidDataException">The frame is too short.</exception>
    public int Int() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    /// <summary>Reads a number of eight bytes.</summary>
    /// <exception cref="InvalidDataException">The frame is too short.</exception>
    public long Long() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    /// <summary>Reads a string; null, which is written as length -1, as an empty one.</summary>
    /// <exception cref="InvalidDataException">The frame is too short.</exception>
    public string Text() => Encoding.UTF8.GetString(Take(Math.Max(0, Int())));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new InvalidDataException("The request ends early.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
