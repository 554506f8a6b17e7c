using Capacity.Core.Cluster;
using Capacity.Core.Packing;

namespace Capacity.Core.Scanning;

/// <summary>What one scan of a cluster found.</summary>
public sealed record ScanReport
{
    /// <summary>Gets when the first collection began.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets when the last collection began.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Gets how many collections there were.</summary>
    public required int Samples { get; init; }

    /// <summary>Gets the cluster as the last collection found it, over what the earlier ones knew.</summary>
    public required ClusterSnapshot Picture { get; init; }

    /// <summary>Gets the whole cluster.</summary>
    public required GroupFigures Cluster { get; init; }

    /// <summary>Gets the zones, sorted by name.</summary>
    public required IReadOnlyList<GroupFigures> Zones { get; init; }

    /// <summary>Gets the agents, sorted by name.</summary>
    public required IReadOnlyList<AgentFigures> Agents { get; init; }

    /// <summary>Gets the apps, the most wasteful first.</summary>
    public required IReadOnlyList<AppFigures> Apps { get; init; }

    /// <summary>Gets the containers of the last picture.</summary>
    public required IReadOnlyList<MeasuredContainer> Containers { get; init; }

    /// <summary>Gets the largest tasks that still fit: for everybody first, then for each role that has reservations.</summary>
    public required IReadOnlyList<LargestTask> LargestTasks { get; init; }

    /// <summary>Gets what a reader has to know.</summary>
    public required IReadOnlyList<ScanWarning> Warnings { get; init; }

    /// <summary>Gets a value indicating whether nothing is missing that the cluster should have said.</summary>
    public bool IsComplete => !Warnings.Any(w => w.MakesPartial);
}
