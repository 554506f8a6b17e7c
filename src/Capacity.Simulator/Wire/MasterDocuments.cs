using System.Globalization;
using System.Text.Json;
using Capacity.Simulator.Model;
using Capacity.Simulator.Synthetic;
using Capacity.Simulator.Synthetic.Json;

namespace Capacity.Simulator.Wire;

/// <summary>Writes the short answers of a master.</summary>
internal static class MasterDocuments
{
    /// <summary>Writes <c>/slaves</c>; agents that are awaited come without their resources, and unreachable ones not at all.</summary>
    public static void WriteSlaves(Utf8JsonWriter json, IReadOnlyList<SyntheticAgent> registered, IReadOnlyList<SyntheticAgent> recovered)
    {
        json.WriteStartObject();
        json.WriteStartArray("slaves");
        foreach (var agent in registered)
        {
            SlavesDocument.WriteSlave(json, agent);
        }

        json.WriteEndArray();
        json.WriteStartArray("recovered_slaves");
        foreach (var agent in recovered)
        {
            SlavesDocument.WriteRecovered(json, agent);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes <c>/maintenance/status</c>; draining and down machines differ in shape, and lists are absent when empty.</summary>
    public static void WriteMaintenanceStatus(Utf8JsonWriter json, IReadOnlyList<MaintenanceWindow> windows)
    {
        json.WriteStartObject();
        var draining = windows.Where(w => !w.IsDown).SelectMany(w => w.Agents).ToList();
        if (draining.Count > 0)
        {
            json.WriteStartArray("draining_machines");
            foreach (var agent in draining)
            {
                json.WriteStartObject();
                json.WriteStartObject("id");
                WriteMachine(json, agent);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        var down = windows.Where(w => w.IsDown).SelectMany(w => w.Agents).ToList();
        if (down.Count > 0)
        {
            json.WriteStartArray("down_machines");
            foreach (var agent in down)
            {
                json.WriteStartObject();
                WriteMachine(json, agent);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes <c>/maintenance/schedule</c>.</summary>
    public static void WriteMaintenanceSchedule(Utf8JsonWriter json, IReadOnlyList<MaintenanceWindow> windows)
    {
        json.WriteStartObject();
        if (windows.Count > 0)
        {
            json.WriteStartArray("windows");
            foreach (var window in windows)
            {
                json.WriteStartObject();
                json.WriteStartArray("machine_ids");
                foreach (var agent in window.Agents)
                {
                    json.WriteStartObject();
                    WriteMachine(json, agent);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartObject("unavailability");
                WriteNanoseconds(json, "start", (window.Start - DateTimeOffset.UnixEpoch).Ticks);
                WriteNanoseconds(json, "duration", window.Length.Ticks);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static void WriteGetMaster(Utf8JsonWriter json, MasterNode node, DateTimeOffset electedAt)
    {
        json.WriteStartObject();
        json.WriteString("type", "GET_MASTER");
        json.WriteStartObject("get_master");
        json.WriteStartObject("master_info");
        WriteMasterInfo(json, node);
        json.WriteEndObject();
        json.WriteTime("start_time", node.StartedAt);
        json.WriteTime("elected_time", electedAt);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of a master, as ZooKeeper and the operator API have them.</summary>
    public static void WriteMasterInfo(Utf8JsonWriter json, MasterNode node)
    {
        json.WriteString("id", node.Id);
        json.WriteNumber("ip", IpNumber(node.Address.Host));
        json.WriteNumber("port", node.Address.Port);
        json.WriteString("pid", $"master@{node.Address}");
        json.WriteString("hostname", node.Hostname);
        json.WriteString("version", "1.12.0");
        json.WriteStartObject("address");
        json.WriteString("hostname", node.Hostname);
        json.WriteString("ip", node.Address.Host);
        json.WriteNumber("port", node.Address.Port);
        json.WriteEndObject();
        json.WriteStartObject("domain");
        json.WriteStartObject("fault_domain");
        json.WriteStartObject("region");
        json.WriteString("name", "dc1");
        json.WriteEndObject();
        json.WriteStartObject("zone");
        json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"z{node.Index + 1}"));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("capabilities");
        foreach (var capability in (string[])["AGENT_UPDATE", "AGENT_DRAINING", "QUOTA_V2"])
        {
            json.WriteStartObject();
            json.WriteString("type", capability);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteVersion(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("build_date", "2026-11-22 14:30:00 UTC");
        json.WriteDouble("build_time", 1795358400);
        json.WriteString("build_user", "root");
        json.WriteString("git_sha", "0f4c1f6d2b7a4be9870be2a6d1c93e5f71a2c3d4");
        json.WriteString("version", "1.12.0");
        json.WriteEndObject();
    }

    /// <summary>The address as it lies in memory, which is how the protobuf has it.</summary>
    private static long IpNumber(string host) =>
        host.Split('.').Select((part, i) => long.Parse(part, CultureInfo.InvariantCulture) << (8 * i)).Sum();

    private static void WriteMachine(Utf8JsonWriter json, AgentNode agent)
    {
        json.WriteString("hostname", agent.Hostname);
        json.WriteString("ip", agent.Address.Host);
    }

    private static void WriteNanoseconds(Utf8JsonWriter json, string name, long ticks)
    {
        json.WriteStartObject(name);
        json.WriteNumber("nanoseconds", ticks * 100);
        json.WriteEndObject();
    }
}
