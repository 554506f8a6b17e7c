using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

internal readonly record struct ExchangeStart(HostPort Server, string Method, string Target, DateTimeOffset At, long Timestamp);
