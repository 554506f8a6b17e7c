using System.Text.Json.Serialization;

namespace Capacity.Mesos.ZooKeeper;

internal sealed record MasterAddress(
    [property: JsonPropertyName("hostname")] string? Hostname,
    [property: JsonPropertyName("ip")] string? Ip,
    [property: JsonPropertyName("port")] int? Port);
