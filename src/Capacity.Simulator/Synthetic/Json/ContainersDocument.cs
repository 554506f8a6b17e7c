using System.Text.Json;
using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes an agent's <c>/containers</c>: what each container has used since it started.</summary>
internal static class ContainersDocument
{
    public static void Write(Utf8JsonWriter json, SyntheticAgent agent, DateTimeOffset at)
    {
        json.WriteStartArray();
        foreach (var executor in agent.Executors)
        {
            json.WriteStartObject();
            json.WriteString("container_id", executor.Container);
            json.WriteString("executor_id", executor.Id);
            json.WriteString("executor_name", executor.Name);
            json.WriteString("framework_id", executor.Framework.Id);
            json.WriteString("source", executor.Source);
            WriteStatistics(json, executor, at);
            json.WriteStartObject("status");
            json.WriteId("container_id", executor.Container);
            json.WriteNumber("executor_pid", executor.Pid);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStatistics(Utf8JsonWriter json, SyntheticExecutor executor, DateTimeOffset at)
    {
        var request = executor.OnAgent;
        var usage = executor.Load.At(at);
        json.WriteStartObject("statistics");
        if (usage.CpuLimit is { } limit)
        {
            json.WriteDouble("cpus_limit", limit);
        }

        json.WriteNumber("cpus_nr_periods", usage.Periods);
        json.WriteNumber("cpus_nr_throttled", usage.ThrottledPeriods);
        if (usage.CpuLimit is not null)
        {
            json.WriteDouble("cpus_soft_limit", request.Cpus.Cores);
        }

        json.WriteDouble("cpus_system_time_secs", Math.Round(usage.CpuSeconds * 0.1, 2));
        json.WriteDouble("cpus_throttled_time_secs", Math.Round(usage.ThrottledSeconds, 8));
        json.WriteDouble("cpus_user_time_secs", Math.Round(usage.CpuSeconds * 0.9, 2));
        WriteDisk(json, request, usage);
        WriteMemory(json, request, usage);
        json.WriteNumber("processes", 3);
        json.WriteNumber("threads", 12);
        json.WriteTime("timestamp", at.AddMilliseconds(executor.Pid % 1000 * 0.117));
        json.WriteEndObject();
    }

    private static void WriteDisk(Utf8JsonWriter json, ResourceVector request, in ContainerUsage usage)
    {
        if (request.Disk == default)
        {
            return;
        }

        json.WriteNumber("disk_limit_bytes", request.Disk.Bytes);
        json.WriteStartArray("disk_statistics");
        json.WriteStartObject();
        json.WriteNumber("limit_bytes", request.Disk.Bytes);
        json.WriteNumber("used_bytes", usage.DiskUsedBytes);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteNumber("disk_used_bytes", usage.DiskUsedBytes);
    }

    private static void WriteMemory(Utf8JsonWriter json, ResourceVector request, in ContainerUsage usage)
    {
        var anonymous = usage.MemoryBytes - usage.CacheBytes - usage.KernelBytes;
        json.WriteNumber("mem_anon_bytes", anonymous);
        json.WriteNumber("mem_cache_bytes", usage.CacheBytes);
        json.WriteNumber("mem_critical_pressure_counter", 0);
        json.WriteNumber("mem_file_bytes", usage.CacheBytes);
        json.WriteNumber("mem_kmem_tcp_usage_bytes", 0);
        json.WriteNumber("mem_kmem_usage_bytes", usage.KernelBytes);
        if (usage.MemoryLimitBytes is { } limit)
        {
            json.WriteNumber("mem_limit_bytes", limit);
        }

        json.WriteNumber("mem_low_pressure_counter", 0);
        json.WriteNumber("mem_mapped_file_bytes", usage.CacheBytes / 10 / 4096 * 4096);
        json.WriteNumber("mem_medium_pressure_counter", 0);
        json.WriteNumber("mem_rss_bytes", anonymous);
        if (usage.MemoryLimitBytes is not null)
        {
            json.WriteNumber("mem_soft_limit_bytes", request.Memory.Bytes);
        }

        json.WriteNumber("mem_swap_bytes", 0);
        json.WriteNumber("mem_total_bytes", usage.MemoryBytes);
        json.WriteNumber("mem_unevictable_bytes", 0);
    }
}
