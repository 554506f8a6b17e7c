using Capacity.Core.Units;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Which plan is asked for, for a cluster.</summary>
public sealed record ClusterPlanRequest
{
    /// <summary>Gets what it is to achieve.</summary>
    public DefragmentationGoal Goal { get; init; }

    /// <summary>Gets how many steps there may be, 0 or more.</summary>
    public int MaxMoves { get; init; } = 50;

    /// <summary>Gets the shape that is to fit; <see langword="null"/> for 16 cores where the goal is fragmentation, else one core of today's mix.</summary>
    public ResourceVector? Shape { get; init; }

    /// <summary>Gets how many instances of an app may be moved; <see langword="null"/> for a quarter of them, but one at least.</summary>
    public int? MaxPerApp { get; init; }

    /// <summary>Gets the seed.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Gets how long may be searched.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(4);
}
