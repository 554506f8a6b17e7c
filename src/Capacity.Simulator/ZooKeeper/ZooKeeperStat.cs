using System.Text.Json.Serialization;

namespace Capacity.Simulator.ZooKeeper;

/// <summary>What a recording says about a znode; what it does not say is 0.</summary>
internal sealed record ZooKeeperStat
{
    [JsonPropertyName("czxid")]
    public long CreatedZxid { get; init; }

    [JsonPropertyName("mzxid")]
    public long ModifiedZxid { get; init; }

    /// <summary>Gets when it was created, in milliseconds since 1970.</summary>
    [JsonPropertyName("ctime")]
    public long CreatedMilliseconds { get; init; }

    /// <summary>Gets when its data was last set, in milliseconds since 1970.</summary>
    [JsonPropertyName("mtime")]
    public long ModifiedMilliseconds { get; init; }

    public int Version { get; init; }

    public int Cversion { get; init; }

    public int Aversion { get; init; }

    public long EphemeralOwner { get; init; }

    public int DataLength { get; init; }

    public int NumChildren { get; init; }

    public long Pzxid { get; init; }

    /// <summary>Writes it the way ZooKeeper does.</summary>
    public void WriteTo(JuteWriter writer, TimeSpan shift) => writer
        .Long(CreatedZxid).Long(ModifiedZxid).Long(Shifted(CreatedMilliseconds, shift)).Long(Shifted(ModifiedMilliseconds, shift))
        .Int(Version).Int(Cversion).Int(Aversion).Long(EphemeralOwner).Int(DataLength).Int(NumChildren).Long(Pzxid);

    private static long Shifted(long milliseconds, TimeSpan shift) => milliseconds == 0 ? 0 : milliseconds + (shift.Ticks / TimeSpan.TicksPerMillisecond);
}
