using System.Text.Json.Serialization;
using Capacity.Mesos.ZooKeeper.Jute;

namespace Capacity.Mesos.ZooKeeper;

[JsonSerializable(typeof(ZNodeStat))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(MasterInfo))]
internal sealed partial class ZooKeeperJson : JsonSerializerContext;
