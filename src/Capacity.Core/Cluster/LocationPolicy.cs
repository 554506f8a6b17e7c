namespace Capacity.Core.Cluster;

/// <summary>Where an agent's zone and rack are written: in an attribute, or in the fault domain.</summary>
/// <param name="ZoneAttribute">The attribute that holds the zone, or <c>@zone</c> or <c>@region</c> for the fault domain.</param>
/// <param name="RackAttribute">The attribute that holds the rack, or <c>@zone</c> or <c>@region</c> for the fault domain.</param>
public sealed record LocationPolicy(string ZoneAttribute, string RackAttribute)
{
    /// <summary>The fault domain's zone, in the way Marathon writes it.</summary>
    public const string DomainZone = "@zone";

    /// <summary>The fault domain's region, in the way Marathon writes it.</summary>
    public const string DomainRegion = "@region";

    /// <summary>The attributes <c>zone</c> and <c>rack</c>, the fault domain's zone standing in for a missing zone.</summary>
    public static LocationPolicy Default { get; } = new("zone", "rack");

    /// <summary>Gives the agent the zone and rack that this policy finds.</summary>
    public Agent Locate(Agent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return agent with
        {
            Zone = Read(agent, ZoneAttribute) ?? agent.Domain?.Zone,
            Rack = Read(agent, RackAttribute),
        };
    }

    private static string? Read(Agent agent, string field) => field switch
    {
        DomainZone => agent.Domain?.Zone,
        DomainRegion => agent.Domain?.Region,
        _ => agent.Attributes.GetValueOrDefault(field),
    };
}
