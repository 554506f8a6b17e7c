namespace Capacity.Core.Cluster;

/// <summary>All that one reading of ZooKeeper brought.</summary>
public sealed record ZooKeeperOverview
{
    /// <summary>Gets when it began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets a reading for each server, in the order in which they were given.</summary>
    public required IReadOnlyList<ZooKeeperReading> Readings { get; init; }

    /// <summary>
    /// Gets the sizes of the znodes; <see langword="null"/> where no survey was asked for, no server opened a session, or the
    /// session broke at the election, which is read first.
    /// </summary>
    public ZNodeSurvey? Survey { get; init; }

    /// <summary>Gets the masters; <see langword="null"/> where they were not asked for.</summary>
    public MasterElectionOutcome? Election { get; init; }

    /// <summary>Gets why servers opened no session, one for each that was tried before one did.</summary>
    public IReadOnlyList<ZooKeeperFailure> SessionFailures { get; init; } = [];
}
