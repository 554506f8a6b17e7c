using System.Text.Json;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes the <c>container_status</c> of a task's status: which container, and its address.</summary>
internal static class ContainerStatusWriter
{
    /// <param name="json">Where to.</param>
    /// <param name="executor">The executor.</param>
    /// <param name="task">The task; in a pod it has a container of its own inside of the executor's.</param>
    /// <param name="withProcess">Whether the executor's process is named: the operator API does, <c>/state</c> does not.</param>
    public static void Write(Utf8JsonWriter json, SyntheticExecutor executor, SyntheticTask task, bool withProcess)
    {
        json.WriteStartObject("container_status");
        json.WriteStartObject("container_id");
        json.WriteString("value", task.NestedContainer ?? executor.Container);
        if (task.NestedContainer is not null)
        {
            json.WriteId("parent", executor.Container);
        }

        json.WriteEndObject();
        json.WriteStartArray("network_infos");
        json.WriteStartObject();
        json.WriteStartArray("ip_addresses");
        json.WriteStartObject();
        json.WriteString("protocol", "IPv4");
        json.WriteString("ip_address", $"10.9.{executor.Pid & 255}.{(executor.Pid >> 8) & 255}");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        if (withProcess)
        {
            json.WriteNumber("executor_pid", executor.Pid);
        }

        json.WriteEndObject();
    }
}
