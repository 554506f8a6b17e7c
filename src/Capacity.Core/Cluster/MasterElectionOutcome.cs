namespace Capacity.Core.Cluster;

/// <summary>What came of looking for the masters in ZooKeeper: <see cref="Read"/> or <see cref="Failed"/>.</summary>
public abstract record MasterElectionOutcome
{
    private MasterElectionOutcome()
    {
    }

    /// <summary>The candidates were read.</summary>
    /// <param name="Election">Who stands for election; there may be nobody.</param>
    public sealed record Read(MasterElection Election) : MasterElectionOutcome;

    /// <summary>No server could tell.</summary>
    /// <param name="Failures">Why, one for each server that was tried; at least one.</param>
    public sealed record Failed(IReadOnlyList<ZooKeeperFailure> Failures) : MasterElectionOutcome;
}
