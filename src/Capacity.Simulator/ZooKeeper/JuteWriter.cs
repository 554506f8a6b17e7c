using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Capacity.Simulator.ZooKeeper;

/// <summary>Writes one frame as a ZooKeeper server does; the length of the whole comes first.</summary>
internal sealed class JuteWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>Starts a frame.</summary>
    public JuteWriter() => Int(0);

    /// <summary>Writes a number of four bytes.</summary>
    public JuteWriter Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
        return this;
    }

    /// <summary>Writes a number of eight bytes.</summary>
    public JuteWriter Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
        return this;
    }

    /// <summary>Writes one byte.</summary>
    public JuteWriter Byte(byte value)
    {
        buffer.Write([value]);
        return this;
    }

    /// <summary>Writes bytes with their count before them.</summary>
    public JuteWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        Int(bytes.Length);
        buffer.Write(bytes);
        return this;
    }

    /// <summary>Writes a string.</summary>
    public JuteWriter Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    /// <summary>Gives the frame.</summary>
    public byte[] ToFrame()
    {
        var frame = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length - sizeof(int));
        return frame;
    }
}
