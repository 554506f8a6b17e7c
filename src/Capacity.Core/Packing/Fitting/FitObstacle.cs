using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Fitting;

/// <summary>Something that keeps one more instance from agents.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">The resource, the constraint, or the agents' state.</param>
/// <param name="Agents">How many agents have it.</param>
/// <param name="AgentsWithNoOther">How many of them have nothing else against it.</param>
public sealed record FitObstacle(ObstacleKind Kind, string Subject, int Agents, int AgentsWithNoOther);
