using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>Says which server to read nodes from. The leader has the most to do, so it comes after those that only serve.</summary>
internal static class ServerPreference
{
    /// <summary>Orders the servers by preference, equals as they were given.</summary>
    public static IReadOnlyList<HostPort> Order(IEnumerable<ZooKeeperReading> readings) =>
        [.. readings.OrderBy(Rank).Select(static reading => reading.Address)];

    // A server that answers no four-letter word may still open a session, so it is tried too.
    private static int Rank(ZooKeeperReading reading) => reading switch
    {
        ZooKeeperReading.Answered(var server, _) => server.Mode switch
        {
            ZooKeeperMode.Follower => 0,
            ZooKeeperMode.Observer => 1,
            ZooKeeperMode.Standalone => 2,
            ZooKeeperMode.Leader => 3,
            ZooKeeperMode.Unknown => 4,
            ZooKeeperMode.ReadOnly => 6,
            _ => 7,
        },
        ZooKeeperReading.Failed(ZooKeeperFailure.NotAllowed, _) => 4,
        _ => 5,
    };
}
