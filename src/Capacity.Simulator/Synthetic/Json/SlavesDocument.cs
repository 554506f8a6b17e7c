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
        json.WriteString("id", agent.Id);
        json.WriteString("hostname", agent.Hostname);
        json.WriteNumber("port", agent.Address.Port);
        json.WriteAttributes(agent);
        json.WriteDomain(agent);
        json.WritePid(agent.Address);
        json.WriteTime("registered_time", agent.RegisteredAt ?? agent.StartedAt);
        if (agent.ReregisteredAt is { } back)
        {
            json.WriteTime("reregistered_time", back);
        }

        json.WriteResources("resources", agent.Shape.Total, (PortRange.First, PortRange.Last));
        json.WriteResources("used_resources", agent.Executors.Sum(e => e.Allocated), agent.Ports);
        json.WriteResources("offered_resources", default);
        json.WriteReserved("reserved_resources", agent.Shape.ReservedForProd);
        json.WriteResources("unreserved_resources", agent.Unreserved, (PortRange.First, PortRange.Last));
        json.WriteBoolean("active", agent.IsActive);
        json.WriteBoolean("deactivated", agent.IsDeactivated);
        json.WriteString("version", "1.12.0");
        json.WriteCapabilities();
        WriteDrain(json, agent);
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

    /// <summary>Writes an agent that is awaited: nothing is known of it but who it is.</summary>
    public static void WriteRecovered(Utf8JsonWriter json, SyntheticAgent agent)
    {
        json.WriteStartObject();
        json.WriteString("id", agent.Id);
        json.WriteString("hostname", agent.Hostname);
        json.WriteNumber("port", agent.Address.Port);
        json.WriteAttributes(agent);
        json.WriteDomain(agent);
        json.WriteEndObject();
    }

    private static void WriteDrain(Utf8JsonWriter json, SyntheticAgent agent)
    {
        if (agent.DrainState is not { } state)
        {
            return;
        }

        json.WriteStartObject("drain_info");
        json.WriteString("state", state);
        json.WriteStartObject("config");
        json.WriteStartObject("max_grace_period");
        json.WriteNumber("nanoseconds", agent.DrainGrace.Ticks * 100);
        json.WriteEndObject();
        json.WriteBoolean("mark_gone", false);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteTime("estimated_drain_start_time_seconds", agent.DrainingFrom);
    }
}
