using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Server.Api.Packing;

namespace Capacity.Server.Api.Planning;

/// <summary>A defragmentation plan.</summary>
public sealed record DefragDocument
{
    /// <summary>The name of this form of the document.</summary>
    public const string SchemaName = "capacity-defrag/1";

    /// <summary>Gets the name of the form.</summary>
    public required string Schema { get; init; }

    /// <summary>Gets when the cluster was like this.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the goal: fragmentation, free-agents, largest-fit, stranding or risk.</summary>
    public required string Goal { get; init; }

    /// <summary>Gets what the goal measures.</summary>
    public required string Measure { get; init; }

    /// <summary>Gets the shape that the goal counts in; 0 for a resource that does not matter.</summary>
    public required ResourcesDocument Shape { get; init; }

    /// <summary>Gets how many steps there might have been.</summary>
    public required int MaxMoves { get; init; }

    /// <summary>Gets how many containers run.</summary>
    public required int Containers { get; init; }

    /// <summary>Gets the share of them that moves.</summary>
    public required double? MovedRatio { get; init; }

    /// <summary>Gets the goal's measure before the first step.</summary>
    public required double Before { get; init; }

    /// <summary>Gets the goal's measure after the last step.</summary>
    public required double After { get; init; }

    /// <summary>Gets how many waves there are.</summary>
    public required int Waves { get; init; }

    /// <summary>Gets whether the search was cut by its time, so that another run may find another plan.</summary>
    public required bool RanOutOfTime { get; init; }

    /// <summary>Gets what the steps do to every measure.</summary>
    public required IReadOnlyList<PlanEffectDocument> Effects { get; init; }

    /// <summary>Gets the steps in their order.</summary>
    public required IReadOnlyList<PlanStepDocument> Steps { get; init; }

    /// <summary>Gets the containers that no plan moves.</summary>
    public required IReadOnlyList<StayingDocument> Staying { get; init; }

    /// <summary>Gets what a reader has to know before believing it.</summary>
    public required IReadOnlyList<NoteDocument> Notes { get; init; }

    /// <summary>Writes a plan.</summary>
    public static DefragDocument Of(ClusterPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new()
        {
            Schema = SchemaName,
            At = plan.At,
            Goal = GoalText.WordOf(plan.Request.Goal),
            Measure = GoalText.MeasureOf(plan.Request.Goal),
            Shape = ResourcesDocument.Of(plan.Shape),
            MaxMoves = plan.Request.MaxMoves,
            Containers = plan.Containers,
            MovedRatio = plan.Containers > 0 ? (double)plan.Steps.Count / plan.Containers : null,
            Before = plan.Before,
            After = plan.After,
            Waves = plan.Waves,
            RanOutOfTime = plan.RanOutOfTime,
            Effects = [.. plan.Effects.Select(e => new PlanEffectDocument(GoalText.WordOf(e.Goal), GoalText.MeasureOf(e.Goal), e.Before, e.After))],
            Steps = [.. plan.Steps.Select(PlanStepDocument.Of)],
            Staying = [.. plan.Staying.Select(s => new StayingDocument(Words.Of(s.Reason), s.Containers))],
            Notes = [.. plan.Notes.Select(n => new NoteDocument(Words.Of(n.Kind), n.Subject, n.Message))],
        };
    }
}
