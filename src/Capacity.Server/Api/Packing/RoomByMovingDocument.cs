using Capacity.Core.Planning.Defragmentation.Clusters;
using Capacity.Server.Api.Planning;

namespace Capacity.Server.Api.Packing;

/// <summary>The fewest moves found after which one instance fits.</summary>
/// <param name="Agent">The agent on which it fits then; null where no moves were found.</param>
/// <param name="Steps">The steps in their order; <c>value</c> is 1 after the last.</param>
/// <param name="LeastMoves">No plan that clears one agent has fewer steps than this; null where no agent could ever be cleared for it.</param>
/// <param name="IsFewest">Whether it is proven that fewer steps do not do.</param>
public sealed record RoomByMovingDocument(string? Agent, IReadOnlyList<PlanStepDocument> Steps, int? LeastMoves, bool IsFewest)
{
    /// <summary>Writes a plan.</summary>
    public static RoomByMovingDocument Of(ClusterRoomPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(plan.Agent?.ToString(), [.. plan.Steps.Select(PlanStepDocument.Of)], plan.LeastMoves, plan.IsFewest);
    }
}
