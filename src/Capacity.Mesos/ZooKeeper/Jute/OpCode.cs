namespace Capacity.Mesos.ZooKeeper.Jute;

/// <summary>ZooKeeper's numbers of the requests used here.</summary>
internal enum OpCode
{
    Exists = 3,
    GetData = 4,
    GetChildren = 8,
    Ping = 11,
    Auth = 100,
    CloseSession = -11,
}
