namespace Capacity.Core.TimeSeries;

/// <summary>Names the cluster or one of its zones.</summary>
public abstract record GroupKey
{
    private GroupKey()
    {
    }

    /// <summary>The whole cluster.</summary>
    public sealed record Cluster : GroupKey;

    /// <summary>A zone.</summary>
    /// <param name="Name">Its name; <see langword="null"/> for the agents that have none.</param>
    public sealed record Zone(string? Name) : GroupKey;
}
