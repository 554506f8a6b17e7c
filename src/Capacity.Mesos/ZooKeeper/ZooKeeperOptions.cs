using Capacity.Core.Cluster;

namespace Capacity.Mesos.ZooKeeper;

/// <summary>What to read of one ZooKeeper ensemble, and how gently.</summary>
public sealed record ZooKeeperOptions
{
    /// <summary>Gets the servers of the ensemble; at least one.</summary>
    public required IReadOnlyList<HostPort> Servers { get; init; }

    /// <summary>Gets the name and password for nodes that are not open to all; <see langword="null"/> for none.</summary>
    public ZooKeeperCredentials? Credentials { get; init; }

    /// <summary>Gets the paths whose nodes are sized, with all below them; empty for no survey.</summary>
    /// <value>The default is <c>/mesos</c> and <c>/marathon</c>.</value>
    public IReadOnlyList<string> Roots { get; init; } = ["/mesos", "/marathon"];

    /// <summary>Gets the path below which Mesos masters stand for election; <see langword="null"/> not to look for them.</summary>
    /// <value>The default is <c>/mesos</c>.</value>
    public string? ElectionRoot { get; init; } = "/mesos";

    /// <summary>Gets the longest one exchange may take, connecting included.</summary>
    /// <value>The default is 5 seconds; more than 0 and at most 5 minutes.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the session time-out to ask for; the server may give another.</summary>
    /// <value>The default is 10 seconds; from 1 second to 5 minutes.</value>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the most nodes to size in one survey.</summary>
    /// <value>The default is 100 000; 1 or more.</value>
    public int MaxNodes { get; init; } = 100_000;

    /// <summary>Gets the longest one survey may take.</summary>
    /// <value>The default is 2 minutes; more than 0 and at most 1 day.</value>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets the most requests a survey sends in a second; it has one in flight at a time.</summary>
    /// <value>The default is 200; from 0.1 to 1 000 000.</value>
    public double RequestsPerSecond { get; init; } = 200;

    /// <summary>Gets how many of the largest nodes a survey names.</summary>
    /// <value>The default is 20; from 1 to 10 000.</value>
    public int Largest { get; init; } = 20;

    /// <summary>
    /// Gets the longest packet to accept, in bytes. It is well above the usual <c>jute.maxbuffer</c> of 1 048 575, so that lists
    /// of children that other clients can no longer read are still seen.
    /// </summary>
    /// <value>The default is 16 777 216; from 1024 to 268 435 456.</value>
    public int MaxPacketBytes { get; init; } = 16 << 20;

    /// <summary>Takes the servers and credentials of an address; its path is the election root and the first root of the survey.</summary>
    public static ZooKeeperOptions From(ZooKeeperUri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        return new()
        {
            Servers = uri.Servers,
            Credentials = uri.Credentials,
            ElectionRoot = uri.Path,
            Roots = uri.Path == "/" ? ["/"] : [.. new[] { uri.Path, "/marathon" }.Distinct()],
        };
    }

    /// <summary>Finds everything that is wrong with the options, one line each; empty where nothing is.</summary>
    public IReadOnlyList<string> FindFaults()
    {
        List<string> faults = [];
        Expect(faults, Servers.Count > 0, $"Servers must not be empty");
        foreach (var path in Roots.Append(ElectionRoot ?? "/").Where(static path => !ZNodePath.IsValid(path)).Distinct())
        {
            faults.Add($"'{path}' is not a path of ZooKeeper");
        }

        Expect(faults, IsBetween(RequestTimeout, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(5)), $"RequestTimeout is out of range: {RequestTimeout}");
        Expect(faults, IsBetween(SessionTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)), $"SessionTimeout is out of range: {SessionTimeout}");
        Expect(faults, MaxNodes >= 1, $"MaxNodes is out of range: {MaxNodes}");
        Expect(faults, IsBetween(MaxTime, TimeSpan.FromTicks(1), TimeSpan.FromDays(1)), $"MaxTime is out of range: {MaxTime}");
        Expect(faults, RequestsPerSecond is >= 0.1 and <= 1_000_000, $"RequestsPerSecond is out of range: {RequestsPerSecond}");
        Expect(faults, Largest is >= 1 and <= 10_000, $"Largest is out of range: {Largest}");
        Expect(faults, MaxPacketBytes is >= 1024 and <= 268_435_456, $"MaxPacketBytes is out of range: {MaxPacketBytes}");
        return faults;
    }

    private static bool IsBetween(TimeSpan value, TimeSpan low, TimeSpan high) => value >= low && value <= high;

    private static void Expect(List<string> faults, bool holds, FormattableString fault)
    {
        if (!holds)
        {
            faults.Add(FormattableString.Invariant(fault));
        }
    }
}
