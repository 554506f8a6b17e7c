using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>What it would free if a role's reservations or a constraint were changed. Nothing that runs is moved.</summary>
/// <param name="Kind">What is changed.</param>
/// <param name="Subject">The role that gives, or the constraint.</param>
/// <param name="To">The role that gets; <see langword="null"/> for everybody, and for constraints.</param>
/// <param name="Agents">How many agents keep something for the role, or meet the constraint and take new tasks.</param>
/// <param name="Containers">How many containers are of the role that gives, or have the constraint.</param>
/// <param name="Freed">What changes hands of a role; of a constraint, what is free on the agents that its containers may not be on now.</param>
/// <param name="Cluster">By how much the whole workload may grow, before and after.</param>
/// <param name="Own">By how much those containers alone may grow, before and after.</param>
/// <param name="Getting">By how much the containers of the role that gets may grow alone; <see langword="null"/> without one.</param>
public sealed record RuleChange(
    RuleChangeKind Kind, string Subject, string? To, int Agents, int Containers, ResourceVector Freed, HeadroomChange Cluster, HeadroomChange Own, HeadroomChange? Getting);
