namespace Capacity.Core.Cluster;

/// <summary>How far a leading master has come. Until it is steady it knows less than the cluster holds.</summary>
public enum LeaderPhase
{
    /// <summary>Elected, but it has not read its registry: it answers with an empty cluster.</summary>
    Recovering,

    /// <summary>It waits for agents that were registered with the previous leader.</summary>
    WarmingUp,

    /// <summary>Every agent has come back, or was given up.</summary>
    Steady,
}
