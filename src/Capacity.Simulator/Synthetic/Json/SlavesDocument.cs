using System.Text.Json;
using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes the elements of the leading master's <c>/slaves</c>.</summary>
internal static class SlavesDocument
{
    public static void WriteSlave(Utf8JsonWriter json, SyntheticAgent agent)
    {
        var reserved = agent.FromReservation().ToHashSet();
        json.WriteStartObject();
        json.WriteString("id", ClusterNaming.AgentId(agent.Index));
        json.WriteString("hostname", ClusterNaming.Hostname(agent.Index));
        json.WriteNumber("port", ClusterNaming.Address(agent.Index).Port);
        json.WriteAttributes(agent);
        json.WriteDomain(agent);
        json.WritePid(ClusterNaming.Address(agent.Index));
        json.WriteTime("registered_time", agent.StartedAt);
        json.WriteResources("resources", agent.Shape.Total, (PortRange.First, PortRange.Last));
        json.WriteResources("used_resources", agent.Executors.Sum(e => e.Allocated), agent.Ports);
        json.WriteResources("offered_resources", default);
        json.WriteReserved("reserved_resources", agent.Shape.ReservedForProd);
        json.WriteResources("unreserved_resources", agent.Unreserved, (PortRange.First, PortRange.Last));
        json.WriteBoolean("active", true);
        json.WriteBoolean("deactivated", false);
        json.WriteString("version", "1.12.0");
        json.WriteCapabilities();
        json.WriteReservedFull(agent.Shape);
        json.WriteUnreservedFull(agent);
        json.WriteStartArray("used_resources_full");
        foreach (var role in agent.Executors.GroupBy(e => e.Role).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            var ports = role.Where(e => e.Port is not null).Select(e => e.Port!.Value).DefaultIfEmpty().ToList();
            json.WriteList(
                role.Where(e => !reserved.Contains(e)).Sum(e => e.Allocated), ports[0] == 0 ? null : (ports.Min(), ports.Max()), role.Key, reserved: false);
            json.WriteList(role.Where(reserved.Contains).Sum(e => e.Allocated), null, role.Key, reserved: true);
        }

        json.WriteEndArray();
        json.WriteStartArray("offered_resources_full");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
