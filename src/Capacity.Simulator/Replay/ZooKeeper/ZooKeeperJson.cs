using System.Text.Json.Serialization;
using Capacity.Simulator.ZooKeeper;

namespace Capacity.Simulator.Replay.ZooKeeper;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ZooKeeperStat))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ZooKeeperJson : JsonSerializerContext;
