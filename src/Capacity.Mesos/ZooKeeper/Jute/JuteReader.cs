using System.Buffers.Binary;
using System.Text;

namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>Reads a packet in ZooKeeper's encoding. Whatever does not fit into it throws <see cref="InvalidDataException"/>.</summary>
internal ref struct JuteReader(ReadOnlySpan<byte> packet)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private ReadOnlySpan<byte> rest = packet;

    public readonly bool AtEnd => rest.IsEmpty;

    public int Int() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    public long Long() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    public bool Bool() => Take(1)[0] != 0;

    /// <summary>Reads bytes behind their length; a length of -1, ZooKeeper's null, gives none.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var length = Int();
        return length == -1 ? [] : Take(length);
    }

    public string Text()
    {
        try
        {
            return Utf8.GetString(Bytes());
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("a text is not UTF-8");
        }
    }

    public List<string> Texts()
    {
        var count = Int();
        if (count == -1)
        {
            return [];
        }

        // Each text has a length of 4 bytes at least, so no count can make us allocate more than the packet is long.
        if (count < 0 || count > rest.Length / sizeof(int))
        {
            throw new InvalidDataException($"a list of {count} texts in {rest.Length} bytes");
        }

        var texts = new List<string>(count);
        for (var i = 0; i < count; i++)
        {
            texts.Add(Text());
        }

        return texts;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > rest.Length)
        {
            throw new InvalidDataException($"a field of {length} bytes where the packet has {rest.Length} left");
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
