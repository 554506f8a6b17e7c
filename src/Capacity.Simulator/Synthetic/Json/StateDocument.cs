using System.Text.Json;
using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes an agent's <c>/state</c>.</summary>
internal static class StateDocument
{
    private static readonly DateTimeOffset BuiltAt = new(2026, 11, 22, 14, 30, 0, TimeSpan.Zero);

    public static void Write(Utf8JsonWriter json, SyntheticAgent agent)
    {
        var used = agent.Executors.Sum(e => e.OnAgent);
        var usedReserved = agent.FromReservation().Sum(e => e.OnAgent);
        (int First, int Last) allPorts = (PortRange.First, PortRange.Last);
        json.WriteStartObject();
        json.WriteString("version", "1.12.0");
        json.WriteString("git_sha", "0f4c1f6d2b7a4be9870be2a6d1c93e5f71a2c3d4");
        json.WriteString("build_date", "2026-11-22 14:30:00 UTC");
        json.WriteTime("build_time", BuiltAt);
        json.WriteString("build_user", "root");
        json.WriteTime("start_time", agent.StartedAt);
        json.WriteString("id", agent.Id);
        json.WritePid(agent.Address);
        json.WriteString("hostname", agent.Hostname);
        json.WriteCapabilities();
        json.WriteDomain(agent);
        json.WriteResources("resources", agent.Shape.Total, allPorts);
        json.WriteReserved("reserved_resources", agent.Shape.ReservedForProd);
        json.WriteResources("unreserved_resources", agent.Unreserved, allPorts);
        json.WriteReservedFull(agent.Shape);
        json.WriteUnreservedFull(agent);
        json.WriteReserved("reserved_resources_allocated", usedReserved);
        json.WriteResources("unreserved_resources_allocated", used.LessOrZero(usedReserved), agent.Ports);
        json.WriteStartArray("resource_providers");
        json.WriteEndArray();
        json.WriteAttributes(agent);
        WriteDrain(json, agent);
        json.WriteString("master_hostname", agent.MasterHostname);
        json.WriteString("log_dir", "/var/log/mesos");
        AgentFlags.Write(json, agent);
        json.WriteStartArray("frameworks");
        foreach (var framework in agent.Frameworks.Where(f => Runs(agent, f)))
        {
            WriteFramework(json, agent, framework);
        }

        json.WriteEndArray();
        json.WriteStartArray("completed_frameworks");
        foreach (var framework in agent.Frameworks.Where(f => !Runs(agent, f)))
        {
            WriteFramework(json, agent, framework);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDrain(Utf8JsonWriter json, SyntheticAgent agent)
    {
        if (agent.DrainState is null)
        {
            return;
        }

        json.WriteStartObject("drain_config");
        json.WriteStartObject("max_grace_period");
        json.WriteNumber("nanoseconds", agent.DrainGrace.Ticks * 100);
        json.WriteEndObject();
        json.WriteBoolean("mark_gone", false);
        json.WriteEndObject();
        json.WriteNumber("estimated_drain_start_time_seconds", agent.DrainingFrom.ToUnixTimeSeconds());
    }

    private static bool Runs(SyntheticAgent agent, SyntheticFramework framework) => agent.Executors.Any(e => e.Framework == framework);

    private static void WriteFramework(Utf8JsonWriter json, SyntheticAgent agent, SyntheticFramework framework)
    {
        json.WriteStartObject();
        json.WriteString("id", framework.Id);
        json.WriteString("name", framework.Name);
        json.WriteString("user", "root");
        json.WriteDouble("failover_timeout", 604800);
        json.WriteBoolean("checkpoint", true);
        json.WriteString("hostname", "scheduler1.mesos.test");
        json.WriteString("principal", framework.Name);
        json.WriteStrings("roles", framework.Roles);
        json.WriteStartArray("executors");
        foreach (var executor in agent.Executors.Where(e => e.Framework == framework))
        {
            ExecutorWriter.WriteExecutor(json, agent, executor, ended: false);
        }

        json.WriteEndArray();
        json.WriteStartArray("completed_executors");
        foreach (var executor in agent.Completed.Where(e => e.Framework == framework))
        {
            ExecutorWriter.WriteExecutor(json, agent, executor, ended: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
