using Capacity.Core.Planning.Shapes;
using Capacity.Server.Api.Packing;

namespace Capacity.Server.Api.Planning;

/// <summary>What it would free if a role's reservations or a constraint were changed; nothing that runs is moved.</summary>
/// <param name="Kind">release (to everybody), handOver (to another role) or dropConstraint.</param>
/// <param name="Subject">The role that gives, or the constraint.</param>
/// <param name="To">The role that gets; null for everybody, and for constraints.</param>
/// <param name="Agents">How many agents keep something for the role, or meet the constraint.</param>
/// <param name="Containers">How many containers are of the role, or have the constraint.</param>
/// <param name="Freed">What changes hands; of a constraint, what is free on the agents that its containers may not be on now.</param>
/// <param name="Cluster">By how much the whole workload may grow.</param>
/// <param name="Own">By how much those containers alone may grow.</param>
/// <param name="Getting">By how much the containers of the role that gets may grow; null without one.</param>
public sealed record RuleChangeDocument(
    string Kind,
    string Subject,
    string? To,
    int Agents,
    int Containers,
    ResourcesDocument Freed,
    HeadroomChangeDocument Cluster,
    HeadroomChangeDocument Own,
    HeadroomChangeDocument? Getting)
{
    /// <summary>Writes a change.</summary>
    public static RuleChangeDocument Of(RuleChange c)
    {
        ArgumentNullException.ThrowIfNull(c);
        return new(
            Words.Of(c.Kind),
            c.Subject,
            c.To,
            c.Agents,
            c.Containers,
            ResourcesDocument.Of(c.Freed),
            HeadroomChangeDocument.Of(c.Cluster),
            HeadroomChangeDocument.Of(c.Own),
            c.Getting is { } getting ? HeadroomChangeDocument.Of(getting) : null);
    }
}
