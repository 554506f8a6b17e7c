using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>Writes a packet in ZooKeeper's encoding: big-endian numbers, and a length before all that has one.</summary>
internal sealed class JuteWriter
{
    private const int LengthBytes = 4;
    private readonly ArrayBufferWriter<byte> buffer = new();

    public JuteWriter() => Int(0);

    public JuteWriter Int(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
        return this;
    }

    public JuteWriter Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
        return this;
    }

    public JuteWriter Bool(bool value)
    {
        buffer.Write([value ? (byte)1 : (byte)0]);
        return this;
    }

    public JuteWriter Bytes(ReadOnlySpan<byte> value)
    {
        Int(value.Length);
        buffer.Write(value);
        return this;
    }

    public JuteWriter Text(string value) => Bytes(Encoding.UTF8.GetBytes(value));

    /// <summary>Gives the whole packet, its length first.</summary>
    public byte[] ToPacket()
    {
        var packet = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(packet, packet.Length - LengthBytes);
        return packet;
    }
}
