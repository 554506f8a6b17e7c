using System.Text.Json;
using Capacity.Core.Units;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes the leading master's <c>/metrics/snapshot</c>: figures sorted by name, all of them doubles.</summary>
internal static class MetricsDocument
{
    private static readonly string[] Summary = ["", "/count", "/max", "/min", "/p50", "/p90", "/p95", "/p99", "/p999", "/p9999"];

    /// <param name="json">Where to write.</param>
    /// <param name="total">What all agents have.</param>
    /// <param name="used">What is allocated on them.</param>
    /// <param name="agents">How many agents there are.</param>
    /// <param name="tasks">How many tasks run.</param>
    /// <param name="uptime">How long the master has been up.</param>
    public static void Write(Utf8JsonWriter json, ResourceVector total, ResourceVector used, int agents, int tasks, TimeSpan uptime)
    {
        var metrics = Standby(uptime);
        Lead(metrics, total, used, SyntheticFramework.All);
        metrics["master/slaves_active"] = metrics["master/slaves_connected"] = metrics["master/slave_registrations"] = agents;
        metrics["master/tasks_running"] = tasks;
        metrics["registrar/log/ensemble_size"] = 3;
        metrics["registrar/registry_size_bytes"] = 286 * agents;
        Write(json, metrics);
    }

    /// <summary>Writes figures in the order of their names.</summary>
    public static void Write(Utf8JsonWriter json, SortedDictionary<string, double> metrics)
    {
        json.WriteStartObject();
        foreach (var (name, value) in metrics)
        {
            json.WriteDouble(name, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Gives the figures of a master that does not lead: zeros, but for those of itself.</summary>
    public static SortedDictionary<string, double> Standby(TimeSpan uptime)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var name in MetricNames.Counters)
        {
            metrics[name] = 0;
        }

        Capacity(metrics, default, default);
        Summaries(metrics, "allocator/mesos/allocation_run_latency_ms", 0.020992);
        Summaries(metrics, "allocator/mesos/allocation_run_ms", 41.103104);
        metrics["allocator/event_queue_dispatches"] = 13;
        metrics["allocator/mesos/allocation_runs"] = 255;
        metrics["allocator/mesos/event_queue_dispatches"] = 12;
        metrics["master/elected"] = 0;
        metrics["master/slaves_active"] = metrics["master/slaves_connected"] = metrics["master/tasks_running"] = 0;
        metrics["master/frameworks_active"] = metrics["master/frameworks_connected"] = 0;
        metrics["master/frameworks_disconnected"] = metrics["master/frameworks_inactive"] = 0;
        metrics["master/uptime_secs"] = uptime.TotalSeconds;
        metrics["registrar/log/ensemble_size"] = 3;
        metrics["registrar/log/recovered"] = 1;
        metrics["registrar/queued_operations"] = 0;
        metrics["system/cpus_total"] = 16;
        metrics["system/load_15min"] = 6.0693359375;
        metrics["system/load_1min"] = 6.830078125;
        metrics["system/load_5min"] = 5.91845703125;
        metrics["system/mem_free_bytes"] = 15122903040;
        metrics["system/mem_total_bytes"] = 68719476736;
        return metrics;
    }

    /// <summary>Adds what only the leader has, once it has read its registry.</summary>
    /// <param name="metrics">Where to add.</param>
    /// <param name="total">What all registered agents have.</param>
    /// <param name="used">What is allocated on them.</param>
    /// <param name="frameworks">The frameworks that it knows.</param>
    /// <param name="storeMilliseconds">How long the last write to the log took.</param>
    public static void Lead(
        SortedDictionary<string, double> metrics, ResourceVector total, ResourceVector used, IEnumerable<SyntheticFramework> frameworks, double storeMilliseconds = 16.354048)
    {
        metrics["master/elected"] = 1;
        metrics["registrar/state_fetch_ms"] = 81.501184;
        Summaries(metrics, "registrar/state_store_ms", storeMilliseconds);
        Capacity(metrics, total, used);
        Frameworks(metrics, frameworks);
    }

    private static void Capacity(SortedDictionary<string, double> metrics, ResourceVector total, ResourceVector used)
    {
        Span<(string Name, double Total, double Used)> resources =
        [
            ("cpus", total.Cpus.Cores, used.Cpus.Cores),
            ("disk", total.Disk.Mebibytes, used.Disk.Mebibytes),
            ("gpus", total.Gpus, used.Gpus),
            ("mem", total.Memory.Mebibytes, used.Memory.Mebibytes),
        ];
        foreach (var (name, all, allocated) in resources)
        {
            metrics[$"master/{name}_total"] = all;
            metrics[$"master/{name}_used"] = allocated;
            metrics[$"master/{name}_percent"] = all == 0 ? 0 : allocated / all;
            metrics[$"master/{name}_revocable_total"] = metrics[$"master/{name}_revocable_used"] = metrics[$"master/{name}_revocable_percent"] = 0;
            if (all > 0)
            {
                metrics[$"allocator/mesos/resources/{name}/total"] = all;
                metrics[$"allocator/mesos/resources/{name}/offered_or_allocated"] = allocated;
                metrics[$"allocator/mesos/quota/roles//resources/{name}/consumed"] = allocated;
            }
        }
    }

    private static void Frameworks(SortedDictionary<string, double> metrics, IEnumerable<SyntheticFramework> frameworks)
    {
        foreach (var framework in frameworks)
        {
            metrics[$"frameworks/{framework.Name}/messages_processed"] = metrics[$"frameworks/{framework.Name}/messages_received"] = 0;
            var prefix = $"master/frameworks/{framework.Name}/{framework.Id}";
            foreach (var name in MetricNames.OfFramework)
            {
                metrics[prefix + name] = name == "/subscribed" ? 1 : 0;
            }

            foreach (var role in framework.Roles)
            {
                metrics[$"{prefix}/roles/{role}/suppressed"] = 0;
                metrics[$"allocator/mesos/offer_filters/roles/{role}/active"] = 5;
                metrics[$"allocator/mesos/roles/{role}/shares/dominant"] = 0.19900497512437813;
                foreach (var resource in (string[])["cpus", "disk", "mem"])
                {
                    metrics[$"allocator/mesos/quota/roles/{role}/resources/{resource}/consumed"] = 0;
                }
            }
        }
    }

    private static void Summaries(SortedDictionary<string, double> metrics, string name, double value)
    {
        foreach (var suffix in Summary)
        {
            metrics[name + suffix] = suffix == "/count" ? 255 : value;
        }
    }
}
