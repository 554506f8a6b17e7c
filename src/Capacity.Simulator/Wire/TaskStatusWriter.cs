using System.Text.Json;
using Capacity.Simulator.Model;
using Capacity.Simulator.Synthetic;
using Capacity.Simulator.Synthetic.Json;

namespace Capacity.Simulator.Wire;

/// <summary>Writes one status of a task in the form of the operator API.</summary>
internal static class TaskStatusWriter
{
    public static void Write(
        Utf8JsonWriter json, SyntheticAgent agent, SyntheticExecutor executor, SyntheticTask task, string state, DateTimeOffset at)
    {
        json.WriteStartObject();
        json.WriteId("task_id", task.Id);
        json.WriteString("state", state);
        var isKilled = state == "TASK_FAILED" && executor.KilledAtMemory is not null;
        if (isKilled)
        {
            json.WriteString("message", FailureText.OfMemory(executor.KilledAtMemory!.Value, 0.05));
        }
        else if (state is "TASK_FINISHED" or "TASK_KILLED")
        {
            json.WriteString("message", state == "TASK_FINISHED" ? "Command exited with status 0" : "Command terminated with signal Terminated");
        }

        json.WriteString("source", isKilled ? "SOURCE_AGENT" : "SOURCE_EXECUTOR");
        if (isKilled)
        {
            json.WriteString("reason", "REASON_CONTAINER_LIMITATION_MEMORY");
        }
        else if (state == "TASK_RUNNING" && executor.App is { HasHealthCheck: true })
        {
            json.WriteString("reason", "REASON_TASK_HEALTH_CHECK_STATUS_UPDATED");
        }

        json.WriteId("agent_id", agent.Id);
        json.WriteId("executor_id", executor.Id);
        json.WriteTime("timestamp", at);
        json.WriteString("uuid", Uuid(executor, state));
        if (state == "TASK_RUNNING" && executor.App is { HasHealthCheck: true })
        {
            json.WriteBoolean("healthy", true);
        }

        if (isKilled)
        {
            WriteLimitation(json, executor);
        }
        else
        {
            ContainerStatusWriter.Write(json, executor, task, withProcess: true);
        }

        json.WriteEndObject();
    }

    public static string Uuid(SyntheticExecutor executor, string state) =>
        Convert.ToBase64String([.. Guid.Parse(executor.Container).ToByteArray().Take(15), (byte)state.Length]);

    private static void WriteLimitation(Utf8JsonWriter json, SyntheticExecutor executor)
    {
        json.WriteStartObject("limitation");
        json.WriteStartArray("resources");
        json.WriteStartObject();
        json.WriteString("name", "mem");
        json.WriteString("type", "SCALAR");
        json.WriteStartObject("scalar");
        json.WriteDouble("value", executor.OnAgent.Memory.Mebibytes);
        json.WriteEndObject();
        json.WriteStartObject("allocation_info");
        json.WriteString("role", executor.Role);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
