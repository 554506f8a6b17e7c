namespace Capacity.Simulator.ZooKeeper;

/// <summary>The numbers of ZooKeeper's operations and errors.</summary>
internal static class Operations
{
    public const int Exists = 3;
    public const int GetData = 4;
    public const int GetChildren = 8;
    public const int Sync = 9;
    public const int Ping = 11;
    public const int GetChildren2 = 12;
    public const int Auth = 100;
    public const int SetWatches = 101;

    /// <summary>Ends a session.</summary>
    public const int CloseSession = -11;

    public const int NoNode = -101;
    public const int Unimplemented = -6;
}
