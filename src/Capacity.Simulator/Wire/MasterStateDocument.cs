using System.Globalization;
using System.Text.Json;
using Capacity.Core.Units;
using Capacity.Simulator.Model;
using Capacity.Simulator.Synthetic;
using Capacity.Simulator.Synthetic.Json;

namespace Capacity.Simulator.Wire;

/// <summary>Writes a leading master's <c>/state</c>, <c>/frameworks</c> and <c>/flags</c>. Ended tasks are left out.</summary>
internal static class MasterStateDocument
{
    public static void WriteState(Utf8JsonWriter json, World world, MasterNode node)
    {
        var agents = world.Masters.IsReady ? world.Fleet.Agents : [];
        var registered = agents.Where(a => a.Standing is Standing.Registered or Standing.Disconnected).ToList();
        var active = registered.Count(a => a.View.IsActive);
        json.WriteStartObject();
        json.WriteString("version", "1.12.0");
        json.WriteTime("start_time", node.StartedAt);
        json.WriteTime("elected_time", world.Masters.ElectedAt);
        json.WriteString("id", node.Id);
        json.WriteString("pid", $"master@{node.Address}");
        json.WriteString("hostname", node.Address.Host);
        json.WriteStrings("capabilities", ["AGENT_UPDATE", "AGENT_DRAINING", "QUOTA_V2"]);
        json.WriteDouble("activated_slaves", active);
        json.WriteDouble("deactivated_slaves", registered.Count - active);
        json.WriteDouble("unreachable_slaves", agents.Count(a => a.Standing == Standing.Unreachable));
        json.WriteString("leader", $"master@{node.Address}");
        json.WriteStartObject("leader_info");
        json.WriteString("id", node.Id);
        json.WriteString("pid", $"master@{node.Address}");
        json.WriteNumber("port", node.Address.Port);
        json.WriteString("hostname", node.Address.Host);
        json.WriteEndObject();
        json.WriteString("cluster", "simulated");
        json.WritePropertyName("flags");
        WriteFlags(json, world.Masters.Nodes.Count);
        json.WriteStartArray("slaves");
        registered.ForEach(a => SlavesDocument.WriteSlave(json, a.View));
        json.WriteEndArray();
        json.WriteStartArray("recovered_slaves");
        foreach (var agent in agents.Where(a => a.Standing == Standing.Recovered))
        {
            SlavesDocument.WriteRecovered(json, agent.View);
        }

        json.WriteEndArray();
        WriteFrameworkLists(json, world);
        WriteNone(json, "orphan_tasks");
        json.WriteEndObject();
    }

    public static void WriteFrameworks(Utf8JsonWriter json, World world)
    {
        json.WriteStartObject();
        WriteFrameworkLists(json, world);
        json.WriteEndObject();
    }

    public static void WriteFlags(Utf8JsonWriter json, int masters)
    {
        (string Name, string Value)[] flags =
        [
            ("agent_ping_timeout", "15secs"), ("agent_reregister_timeout", "10mins"), ("allocation_interval", "1secs"), ("cluster", "simulated"),
            ("max_agent_ping_timeouts", "5"), ("port", "5050"), ("quorum", ((masters / 2) + 1).ToString(CultureInfo.InvariantCulture)),
            ("recovery_agent_removal_limit", "100%"), ("registry", "replicated_log"), ("registry_store_timeout", "20secs"), ("zk_session_timeout", "10secs"),
        ];
        json.WriteStartObject();
        foreach (var (name, value) in flags)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteFrameworkLists(Utf8JsonWriter json, World world)
    {
        var registered = world.Masters.IsReady
            ? world.Fleet.Agents.Where(a => a.Standing is Standing.Registered or Standing.Disconnected).ToList()
            : [];
        var unreachable = world.Masters.IsReady ? world.Fleet.Agents.Where(a => a.Standing == Standing.Unreachable).ToList() : [];
        var running = registered.SelectMany(a => a.Instances).ToLookup(i => i.Executor.Framework.Id);
        var lost = unreachable.SelectMany(a => a.Instances).ToLookup(i => i.Executor.Framework.Id);
        json.WriteStartArray("frameworks");
        foreach (var state in world.Masters.IsReady ? world.AllFrameworks : [])
        {
            WriteFramework(json, state, state.Framework, state.IsSubscribed, running, lost);
            foreach (var former in state.Former)
            {
                WriteFramework(json, state, former, isConnected: false, running, lost);
            }
        }

        json.WriteEndArray();
        WriteNone(json, "completed_frameworks");
        WriteNone(json, "unregistered_frameworks");
    }

    private static void WriteFramework(
        Utf8JsonWriter json, MarathonState state, SyntheticFramework framework, bool isConnected, ILookup<string, Instance> running, ILookup<string, Instance> lost)
    {
        var used = running[framework.Id].Sum(i => i.Executor.Allocated);
        json.WriteStartObject();
        json.WriteString("id", framework.Id);
        json.WriteString("name", framework.Name);
        json.WriteResources("used_resources", used);
        json.WriteResources("offered_resources", default);
        json.WriteStrings("capabilities", ["TASK_KILLING_STATE", "PARTITION_AWARE", "MULTI_ROLE", "RESERVATION_REFINEMENT", "REGION_AWARE"]);
        json.WriteString("hostname", "scheduler1.mesos.test");
        json.WriteString("webui_url", state.Servers.Count > 0 ? $"http://{state.Servers[state.Leader ?? 0]}" : "http://scheduler1.mesos.test:4400");
        json.WriteBoolean("active", isConnected);
        json.WriteBoolean("connected", isConnected);
        json.WriteBoolean("recovered", false);
        json.WriteString("user", "root");
        json.WriteDouble("failover_timeout", 604800);
        json.WriteBoolean("checkpoint", true);
        json.WriteTime("registered_time", state.RegisteredAt);
        json.WriteDouble("unregistered_time", 0);
        json.WriteString("principal", framework.Name);
        json.WriteResources("resources", used);
        json.WriteStrings("roles", framework.Roles);
        WriteTasks(json, "tasks", running[framework.Id], "TASK_RUNNING");
        WriteTasks(json, "unreachable_tasks", lost[framework.Id], "TASK_UNREACHABLE");
        WriteNone(json, "completed_tasks");
        WriteNone(json, "offers");
        WriteNone(json, "executors");
        json.WriteStartObject("offer_constraints");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTasks(Utf8JsonWriter json, string name, IEnumerable<Instance> instances, string state)
    {
        json.WriteStartArray(name);
        foreach (var instance in instances)
        {
            foreach (var task in instance.Executor.Tasks)
            {
                ExecutorWriter.WriteTask(json, instance.Agent.Id, instance.Executor, task, state);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteNone(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
