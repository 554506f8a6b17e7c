namespace Capacity.Core.Cluster;

/// <summary>The Mesos masters in their order of election, as ZooKeeper knows them, without asking a master.</summary>
/// <param name="Root">The node below which they stand for election.</param>
/// <param name="Candidates">The masters in order; the first leads. Empty where none stands.</param>
public sealed record MasterElection(string Root, IReadOnlyList<MasterCandidate> Candidates)
{
    /// <summary>Gets the leader; <see langword="null"/> where no master stands for election.</summary>
    public MasterCandidate? Leader => Candidates.Count > 0 ? Candidates[0] : null;
}
