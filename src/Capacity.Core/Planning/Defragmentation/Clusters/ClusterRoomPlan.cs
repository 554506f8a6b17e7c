using Capacity.Core.Cluster;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>The fewest moves found after which one more instance of a request fits.</summary>
/// <param name="Agent">The agent on which it fits then; <see langword="null"/> where no moves were found.</param>
/// <param name="Steps">The steps in their order; none where it fits already.</param>
/// <param name="LeastMoves">No plan that clears one agent has fewer steps than this; <see langword="null"/> where no agent could ever be cleared for it.</param>
/// <param name="IsFewest">Whether it is proven that fewer steps do not do.</param>
public sealed record ClusterRoomPlan(AgentName? Agent, IReadOnlyList<PlanStep> Steps, int? LeastMoves, bool IsFewest);
