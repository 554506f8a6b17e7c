using System.Text.Json;
using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes an agent's <c>/containers</c>: what each container has used since it started.</summary>
internal static class ContainersDocument
{
    private const double PeriodsPerSecond = 10;

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
        var limit = executor.OnAgent;
        var age = (at - executor.StartedAt).TotalSeconds;
        var cpuSeconds = age * executor.CpuUse * limit.Cpus.Cores;
        var periods = (long)(age * PeriodsPerSecond * Math.Min(1, 4 * executor.CpuUse));
        var throttled = executor.CpuUse > 0.7 ? (long)(periods * (executor.CpuUse - 0.7)) : 0;
        json.WriteStartObject("statistics");
        json.WriteDouble("cpus_limit", limit.Cpus.Cores);
        json.WriteNumber("cpus_nr_periods", periods);
        json.WriteNumber("cpus_nr_throttled", throttled);
        json.WriteDouble("cpus_soft_limit", limit.Cpus.Cores);
        json.WriteDouble("cpus_system_time_secs", Math.Round(cpuSeconds * 0.1, 2));
        json.WriteDouble("cpus_throttled_time_secs", Math.Round(throttled * 0.0333219, 8));
        json.WriteDouble("cpus_user_time_secs", Math.Round(cpuSeconds * 0.9, 2));
        WriteDisk(json, limit);
        WriteMemory(json, limit, executor.MemoryUse);
        json.WriteNumber("processes", 3);
        json.WriteNumber("threads", 12);
        json.WriteTime("timestamp", at.AddMilliseconds(executor.Pid % 1000 * 0.117));
        json.WriteEndObject();
    }

    private static void WriteDisk(Utf8JsonWriter json, ResourceVector limit)
    {
        if (limit.Disk == default)
        {
            return;
        }

        var used = limit.Disk.Bytes / 4096 / 3 * 4096;
        json.WriteNumber("disk_limit_bytes", limit.Disk.Bytes);
        json.WriteStartArray("disk_statistics");
        json.WriteStartObject();
        json.WriteNumber("limit_bytes", limit.Disk.Bytes);
        json.WriteNumber("used_bytes", used);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteNumber("disk_used_bytes", used);
    }

    private static void WriteMemory(Utf8JsonWriter json, ResourceVector limit, double use)
    {
        var total = Pages(limit.Memory.Bytes * use);
        var cache = Pages(total * 0.2);
        var kernel = Pages(total * 0.02);
        json.WriteNumber("mem_anon_bytes", total - cache - kernel);
        json.WriteNumber("mem_cache_bytes", cache);
        json.WriteNumber("mem_critical_pressure_counter", 0);
        json.WriteNumber("mem_file_bytes", cache);
        json.WriteNumber("mem_kmem_tcp_usage_bytes", 0);
        json.WriteNumber("mem_kmem_usage_bytes", kernel);
        json.WriteNumber("mem_limit_bytes", limit.Memory.Bytes);
        json.WriteNumber("mem_low_pressure_counter", 0);
        json.WriteNumber("mem_mapped_file_bytes", Pages(cache * 0.1));
        json.WriteNumber("mem_medium_pressure_counter", 0);
        json.WriteNumber("mem_rss_bytes", total - cache - kernel);
        json.WriteNumber("mem_soft_limit_bytes", limit.Memory.Bytes);
        json.WriteNumber("mem_swap_bytes", 0);
        json.WriteNumber("mem_total_bytes", total);
        json.WriteNumber("mem_unevictable_bytes", 0);
    }

    /// <summary>Rounds down to whole pages, as the kernel counts.</summary>
    private static long Pages(double bytes) => (long)bytes / 4096 * 4096;
}
