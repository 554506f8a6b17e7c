using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>How much room is left for the containers that want the same of their agents.</summary>
/// <param name="Role">The role whose reservations they take; <see langword="null"/> for what everybody may take.</param>
/// <param name="Constraints">The constraints that choose among agents (LIKE, UNLIKE, IS, CLUSTER with a value), sorted; none for any agent.</param>
/// <param name="Containers">How many of them run.</param>
/// <param name="Agents">How many agents they may be on.</param>
/// <param name="Demand">What they are allocated.</param>
/// <param name="Free">What is free for them there; others may take it too.</param>
/// <param name="HeadroomRatio">How much more of themselves would fit agent by agent, where 0.15 is 15 % more; an upper bound, for containers are not divisible.</param>
public sealed record RoomFor(string? Role, string Constraints, int Containers, int Agents, ResourceVector Demand, ResourceVector Free, double HeadroomRatio);
