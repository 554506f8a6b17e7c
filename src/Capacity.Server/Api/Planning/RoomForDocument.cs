using Capacity.Server.Api.Packing;

namespace Capacity.Server.Api.Planning;

/// <summary>How much room is left for the containers that want the same of their agents.</summary>
/// <param name="Role">The role whose reservations they take; null for what everybody may take.</param>
/// <param name="Constraints">The constraints that choose among agents; empty for any agent.</param>
/// <param name="Containers">How many of them run.</param>
/// <param name="Agents">How many agents they may be on.</param>
/// <param name="Demand">What they are allocated.</param>
/// <param name="Free">What is free for them there; others may take it too.</param>
/// <param name="HeadroomRatio">How much more of themselves would fit at most, where 0.15 is 15 % more.</param>
public sealed record RoomForDocument(string? Role, string Constraints, int Containers, int Agents, ResourcesDocument Demand, ResourcesDocument Free, double HeadroomRatio);
