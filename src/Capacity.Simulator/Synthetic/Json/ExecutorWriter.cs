using System.Text.Json;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes an executor with its tasks as an agent's <c>/state</c> has them.</summary>
internal static class ExecutorWriter
{
    public static void WriteExecutor(Utf8JsonWriter json, SyntheticAgent agent, SyntheticExecutor executor, bool ended)
    {
        var agentId = agent.Id;
        json.WriteStartObject();
        json.WriteString("id", executor.Id);
        json.WriteString("name", executor.Name);
        json.WriteString("source", executor.Source);
        json.WriteString("container", executor.Container);
        json.WriteString(
            "directory",
            $"{ClusterNaming.WorkDirectory}/slaves/{agentId}/frameworks/{executor.Framework.Id}/executors/{executor.Id}/runs/{executor.Container}");
        json.WriteResources("resources", executor.OnAgent, Ports(executor));
        json.WriteString("role", executor.Role);
        if (executor.IsPod)
        {
            json.WriteString("type", "DEFAULT");
        }
        else
        {
            WriteLabels(json, executor);
        }

        json.WriteStartArray("tasks");
        WriteTasks(json, agentId, executor, ended, wanted: !ended);
        json.WriteEndArray();
        json.WriteStartArray("queued_tasks");
        json.WriteEndArray();
        json.WriteStartArray("completed_tasks");
        WriteTasks(json, agentId, executor, ended, wanted: ended);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTasks(Utf8JsonWriter json, string agentId, SyntheticExecutor executor, bool ended, bool wanted)
    {
        foreach (var task in wanted ? executor.Tasks : [])
        {
            WriteTask(json, agentId, executor, task, ended ? executor.EndState : "TASK_RUNNING");
        }
    }

    /// <summary>Writes one task in the state that it has now.</summary>
    public static void WriteTask(Utf8JsonWriter json, string agentId, SyntheticExecutor executor, SyntheticTask task, string state)
    {
        json.WriteStartObject();
        json.WriteString("id", task.Id);
        json.WriteString("name", task.Name);
        json.WriteString("framework_id", executor.Framework.Id);
        json.WriteString("executor_id", executor.IsPod ? executor.Id : string.Empty);
        json.WriteString("slave_id", agentId);
        json.WriteString("state", state);
        json.WriteResources("resources", task.Request, Ports(executor));
        if (executor.App is { HasLimits: true })
        {
            json.WriteStartObject("limits");
            json.WriteDouble("mem", 2 * task.Request.Memory.Mebibytes);
            json.WriteString("cpus", "Infinity");
            json.WriteEndObject();
        }

        json.WriteString("role", executor.Role);
        json.WriteStartArray("statuses");
        WriteStatus(json, executor, task, "TASK_STARTING", executor.StartedAt.AddSeconds(0.8));
        WriteStatus(json, executor, task, "TASK_RUNNING", executor.StartedAt.AddSeconds(0.9));
        if (state != "TASK_RUNNING")
        {
            WriteStatus(json, executor, task, state, executor.EndedAt ?? executor.StartedAt.AddSeconds(60.1));
        }

        json.WriteEndArray();
        WriteLabels(json, executor);
        WriteDiscovery(json, executor, task);
        WriteHealthCheck(json, executor);
        json.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter json, SyntheticExecutor executor, SyntheticTask task, string state, DateTimeOffset at)
    {
        json.WriteStartObject();
        json.WriteString("state", state);
        json.WriteTime("timestamp", at.AddTicks(executor.Pid));
        ContainerStatusWriter.Write(json, executor, task, withProcess: false);
        if (state == "TASK_RUNNING" && executor.App is { HasHealthCheck: true })
        {
            json.WriteBoolean("healthy", true);
        }

        json.WriteEndObject();
    }

    public static void WriteLabels(Utf8JsonWriter json, SyntheticExecutor executor)
    {
        json.WriteStartArray("labels");
        if (executor.App is { } app)
        {
            WriteLabel(json, "team", app.Team);
            if (app.Owner is { } owner)
            {
                WriteLabel(json, "owner", owner);
            }

            if (app.IsExternal)
            {
                WriteLabel(json, "HAPROXY_GROUP", "external");
            }
        }

        json.WriteEndArray();
    }

    private static void WriteLabel(Utf8JsonWriter json, string key, string value)
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    public static void WriteDiscovery(Utf8JsonWriter json, SyntheticExecutor executor, SyntheticTask task)
    {
        if (executor.Port is not { } port)
        {
            return;
        }

        json.WriteStartObject("discovery");
        json.WriteString("visibility", "FRAMEWORK");
        json.WriteString("name", task.Name);
        json.WriteStartObject("ports");
        json.WriteStartArray("ports");
        json.WriteStartObject();
        json.WriteNumber("number", port);
        json.WriteString("name", "http");
        json.WriteString("protocol", "tcp");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteHealthCheck(Utf8JsonWriter json, SyntheticExecutor executor)
    {
        if (executor.App is not { HasHealthCheck: true })
        {
            return;
        }

        json.WriteStartObject("health_check");
        json.WriteDouble("delay_seconds", 1);
        json.WriteDouble("interval_seconds", 5);
        json.WriteDouble("timeout_seconds", 3);
        json.WriteNumber("consecutive_failures", 3);
        json.WriteDouble("grace_period_seconds", 5);
        json.WriteString("type", "COMMAND");
        json.WriteStartObject("command");
        json.WriteBoolean("shell", true);
        json.WriteString("value", "true");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static (int First, int Last)? Ports(SyntheticExecutor executor) => executor.Port is { } port ? (port, port) : null;
}
