using Capacity.Core.Cluster;

namespace Capacity.Core.Packing.Clusters;

/// <summary>What constraints ask of an agent, by the names that Marathon has for it.</summary>
internal static class AgentFields
{
    public static Dictionary<string, string> Of(Agent agent)
    {
        var fields = agent.Attributes.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        fields["hostname"] = agent.Name.Hostname;
        if (agent.Domain is { } domain)
        {
            fields[LocationPolicy.DomainRegion] = domain.Region;
            fields[LocationPolicy.DomainZone] = domain.Zone;
        }

        return fields;
    }
}
