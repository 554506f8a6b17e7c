using Capacity.Core.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>A plan for a cluster, that a person can carry out.</summary>
public sealed record ClusterPlan
{
    /// <summary>Gets what was asked for.</summary>
    public required ClusterPlanRequest Request { get; init; }

    /// <summary>Gets when the cluster was like this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the shape that the goal counts in.</summary>
    public required ResourceVector Shape { get; init; }

    /// <summary>Gets how many containers run.</summary>
    public required int Containers { get; init; }

    /// <summary>Gets the goal's measure before the first step.</summary>
    public required double Before { get; init; }

    /// <summary>Gets the steps in their order.</summary>
    public required IReadOnlyList<PlanStep> Steps { get; init; }

    /// <summary>Gets what the steps do to every measure.</summary>
    public required IReadOnlyList<PlanEffect> Effects { get; init; }

    /// <summary>Gets the containers that no plan moves.</summary>
    public required IReadOnlyList<StayingContainers> Staying { get; init; }

    /// <summary>Gets what a reader has to know before believing it.</summary>
    public required IReadOnlyList<ClusterProblemNote> Notes { get; init; }

    /// <summary>Gets whether the search was cut by its time.</summary>
    public required bool RanOutOfTime { get; init; }

    /// <summary>Gets the goal's measure after the last step.</summary>
    public double After => Steps.Count > 0 ? Steps[^1].Value : Before;

    /// <summary>Gets how many waves there are.</summary>
    public int Waves => Steps.Count > 0 ? Steps[^1].Wave : 0;
}
