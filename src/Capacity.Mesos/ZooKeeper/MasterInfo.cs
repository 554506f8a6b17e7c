using System.Text.Json.Serialization;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>What a master writes into its node, as far as it is used. Anything may be absent.</summary>
internal sealed record MasterInfo(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("hostname")] string? Hostname,
    [property: JsonPropertyName("port")] int? Port,
    [property: JsonPropertyName("pid")] string? Pid,
    [property: JsonPropertyName("version")] string? Version,
    [property: JsonPropertyName("address")] MasterAddress? Address);
