using System.Text.Json;
using Capacity.Simulator.Synthetic;
using Capacity.Simulator.Synthetic.Json;

namespace Capacity.Simulator.Wire;

/// <summary>Writes an agent's answer to <c>GET_TASKS</c>, which is the only place where a status says its reason.</summary>
internal static class AgentTasksDocument
{
    public static void Write(Utf8JsonWriter json, SyntheticAgent agent)
    {
        json.WriteStartObject();
        json.WriteString("type", "GET_TASKS");
        json.WriteStartObject("get_tasks");
        WriteNone(json, "pending_tasks");
        WriteNone(json, "queued_tasks");
        WriteTasks(json, "launched_tasks", agent, agent.Executors, ended: false);
        WriteNone(json, "terminated_tasks");
        WriteTasks(json, "completed_tasks", agent, agent.Completed, ended: true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNone(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }

    private static void WriteTasks(Utf8JsonWriter json, string name, SyntheticAgent agent, IReadOnlyList<SyntheticExecutor> executors, bool ended)
    {
        json.WriteStartArray(name);
        foreach (var executor in executors)
        {
            foreach (var task in executor.Tasks)
            {
                WriteTask(json, agent, executor, task, ended);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteTask(Utf8JsonWriter json, SyntheticAgent agent, SyntheticExecutor executor, SyntheticTask task, bool ended)
    {
        var state = ended ? executor.EndState : "TASK_RUNNING";
        json.WriteStartObject();
        json.WriteString("name", task.Name);
        json.WriteId("task_id", task.Id);
        json.WriteId("framework_id", executor.Framework.Id);
        if (executor.IsPod)
        {
            json.WriteId("executor_id", executor.Id);
        }

        json.WriteId("agent_id", agent.Id);
        json.WriteString("state", state);
        json.WriteStartArray("resources");
        json.WriteList(task.Request, executor.Port is { } port ? (port, port) : null, executor.Role, executor.IsReserved == true, withRole: false);
        json.WriteEndArray();
        if (executor.App is { HasLimits: true })
        {
            json.WriteStartObject("limits");
            WriteScalar(json, "mem", 2 * task.Request.Memory.Mebibytes);
            json.WriteStartObject("cpus");
            json.WriteString("value", "Infinity");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("statuses");
        TaskStatusWriter.Write(json, agent, executor, task, "TASK_STARTING", executor.StartedAt.AddSeconds(0.8));
        TaskStatusWriter.Write(json, agent, executor, task, "TASK_RUNNING", executor.StartedAt.AddSeconds(0.9));
        if (ended)
        {
            TaskStatusWriter.Write(json, agent, executor, task, state, executor.EndedAt ?? executor.StartedAt.AddSeconds(60));
        }

        json.WriteEndArray();
        json.WriteString("status_update_state", state);
        json.WriteString("status_update_uuid", TaskStatusWriter.Uuid(executor, state));
        json.WriteStartObject("labels");
        if (executor.App is not null)
        {
            ExecutorWriter.WriteLabels(json, executor);
        }

        json.WriteEndObject();
        ExecutorWriter.WriteDiscovery(json, executor, task);
        ExecutorWriter.WriteHealthCheck(json, executor);
        json.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter json, string name, double value)
    {
        json.WriteStartObject(name);
        json.WriteDouble("value", value);
        json.WriteEndObject();
    }
}
