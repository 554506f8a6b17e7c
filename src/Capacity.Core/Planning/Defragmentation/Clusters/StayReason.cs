namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Why containers stay where they are in every plan.</summary>
public enum StayReason
{
    /// <summary>They keep data on their agent.</summary>
    Stateful,

    /// <summary>No Marathon that was read runs them, so nobody here can start another one.</summary>
    NoMarathon,

    /// <summary>The app's upgrade strategy allows no instance beyond its number (<c>maximumOverCapacity</c> 0), so no new one may start before an old one ends.</summary>
    NoOverCapacity,

    /// <summary>A deployment is changing the app now.</summary>
    Deploying,
}
