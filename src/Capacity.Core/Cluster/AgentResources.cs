using Capacity.Core.Units;

namespace Capacity.Core.Cluster;

/// <summary>What an agent has, and who was given what of it.</summary>
/// <param name="Total">Everything but revocable resources; reservations included.</param>
/// <param name="Allocated">What runs tasks and executors, whatever it was taken from; not what they use.</param>
/// <param name="Offered">What is being held in offers at this moment.</param>
/// <param name="Unreserved">The part of <paramref name="Total"/> that any role may use.</param>
/// <param name="UnreservedAllocated">The part of <paramref name="Allocated"/> that was taken from <paramref name="Unreserved"/>.</param>
/// <param name="Reservations">The parts of <paramref name="Total"/> that are kept for one role each.</param>
/// <param name="Revocable">Oversubscribed resources; they come and go, and are in no total.</param>
/// <param name="RevocableAllocated">How much of <paramref name="Revocable"/> runs tasks.</param>
public sealed record AgentResources(
    ResourceVector Total,
    ResourceVector Allocated,
    ResourceVector Offered,
    ResourceVector Unreserved,
    ResourceVector UnreservedAllocated,
    IReadOnlyList<Reservation> Reservations,
    ResourceVector Revocable,
    ResourceVector RevocableAllocated)
{
    /// <summary>Gets what runs no task, reserved or not.</summary>
    public ResourceVector Free => Total.LessOrZero(Allocated);

    /// <summary>What a task of <paramref name="role"/> could take: the unreserved rest, and what is kept for the role or a role above it.</summary>
    /// <param name="role">A role such as <c>prod/search</c>, or <c>*</c> for what everybody may take.</param>
    public ResourceVector FreeFor(string role) => Reservations
        .Where(r => Roles.MayUse(role, r.Role))
        .Sum(r => r.Free) + Unreserved.LessOrZero(UnreservedAllocated);
}
