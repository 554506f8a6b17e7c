using System.Text.Json.Serialization;

namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>What ZooKeeper keeps of a node beside its data, as far as it is used; written to recordings by these names.</summary>
internal readonly record struct ZNodeStat(
    [property: JsonPropertyName("dataLength")] int DataLength,
    [property: JsonPropertyName("numChildren")] int NumChildren,
    [property: JsonPropertyName("czxid")] long Czxid,
    [property: JsonPropertyName("mzxid")] long Mzxid,
    [property: JsonPropertyName("ephemeralOwner")] long EphemeralOwner)
{
    public static ZNodeStat Read(ref JuteReader reader)
    {
        var czxid = reader.Long();
        var mzxid = reader.Long();
        _ = reader.Long(); // ctime
        _ = reader.Long(); // mtime
        _ = reader.Int(); // version
        _ = reader.Int(); // cversion
        _ = reader.Int(); // aversion
        var owner = reader.Long();
        var dataLength = reader.Int();
        var children = reader.Int();
        _ = reader.Long(); // pzxid
        return dataLength >= 0 && children >= 0
            ? new(dataLength, children, czxid, mzxid, owner)
            : throw new InvalidDataException($"a node with {dataLength} bytes and {children} children");
    }
}
