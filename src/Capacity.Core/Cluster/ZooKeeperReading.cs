namespace Capacity.Core.Cluster;

/// <summary>What came of asking one server for its state: <see cref="Answered"/> or <see cref="Failed"/>.</summary>
public abstract record ZooKeeperReading
{
    private ZooKeeperReading(HostPort address, TimeSpan took)
    {
        Address = address;
        Took = took;
    }

    /// <summary>Gets the server that was asked.</summary>
    public HostPort Address { get; }

    /// <summary>Gets the time from the first attempt to connect until the last byte, or until it failed.</summary>
    public TimeSpan Took { get; }

    /// <summary>The server answered; it may have said that it serves nobody.</summary>
    /// <param name="Server">What it said.</param>
    /// <param name="Took">The time it took.</param>
    public sealed record Answered(ZooKeeperServer Server, TimeSpan Took) : ZooKeeperReading(Server.Address, Took);

    /// <summary>Nothing usable came back.</summary>
    /// <param name="Failure">Why.</param>
    /// <param name="Took">The time it took.</param>
    public sealed record Failed(ZooKeeperFailure Failure, TimeSpan Took) : ZooKeeperReading(Failure.Server, Took);
}
