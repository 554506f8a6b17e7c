using System.Globalization;
using Capacity.Core.Units;
using Capacity.Simulator.Synthetic;

namespace Capacity.Simulator.Wire;

/// <summary>The figures of one agent, for its <c>/metrics/snapshot</c>.</summary>
internal static class AgentFigures
{
    private static readonly string[] Zeros =
    [
        "containerizer/fetcher/cache_size_used_bytes", "containerizer/fetcher/task_fetches_failed", "containerizer/mesos/container_destroy_errors",
        "containerizer/mesos/provisioner/bind/remove_rootfs_errors", "containerizer/mesos/provisioner/remove_container_errors",
        "gc/path_removals_failed", "resource_provider_manager/events/disconnect", "resource_provider_manager/events/subscribe",
        "resource_provider_manager/subscribed", "slave/container_launch_errors", "slave/executors_preempted", "slave/executors_registering",
        "slave/executors_terminating", "slave/invalid_framework_messages", "slave/invalid_status_updates", "slave/recovery_errors", "slave/tasks_gone",
        "slave/tasks_killing", "slave/tasks_lost", "slave/tasks_staging", "slave/tasks_starting", "slave/valid_framework_messages",
    ];

    public static SortedDictionary<string, double> Of(SyntheticAgent agent, DateTimeOffset now, bool hasLeader)
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var zero in Zeros)
        {
            figures[zero] = 0;
        }

        var used = agent.Executors.Sum(e => e.OnAgent);
        Resource(figures, "cpus", agent.Shape.Total.Cpus.Cores, used.Cpus.Cores);
        Resource(figures, "mem", agent.Shape.Total.Memory.Mebibytes, used.Memory.Mebibytes);
        Resource(figures, "disk", agent.Shape.Total.Disk.Mebibytes, used.Disk.Mebibytes);
        Resource(figures, "gpus", 0, 0);
        foreach (var state in (string[])["FAILED", "FINISHED", "KILLED"])
        {
            figures[string.Create(CultureInfo.InvariantCulture, $"slave/tasks_{state.ToLowerInvariant()}")] = agent.Completed.Count(e => e.EndState == $"TASK_{state}");
        }

        figures["containerizer/fetcher/cache_size_total_bytes"] = 2147483648;
        figures["containerizer/fetcher/task_fetches_succeeded"] = agent.Executors.Count + agent.Completed.Count;
        figures["gc/path_removals_pending"] = figures["gc/path_removals_succeeded"] = agent.Completed.Count;
        figures["slave/executor_directory_max_allowed_age_secs"] = 462698.972892095;
        figures["slave/executors_running"] = agent.Executors.Count;
        figures["slave/executors_terminated"] = agent.Completed.Count;
        figures["slave/frameworks_active"] = agent.Executors.Select(e => e.Framework.Id).Distinct().Count();
        figures["slave/recovery_time_secs"] = 0.029908992;
        figures["slave/registered"] = hasLeader ? 1 : 0;
        figures["slave/tasks_running"] = agent.Executors.Sum(e => e.Tasks.Count);
        figures["slave/uptime_secs"] = (now - agent.StartedAt).TotalSeconds;
        figures["slave/valid_status_updates"] = 2 * (agent.Executors.Count + agent.Completed.Count);
        figures["system/cpus_total"] = agent.Shape.Total.Cpus.Cores;
        figures["system/load_1min"] = figures["system/load_5min"] = figures["system/load_15min"] = used.Cpus.Cores * 0.4;
        figures["system/mem_free_bytes"] = agent.Shape.Total.Memory.LessOrZero(used.Memory).Bytes;
        figures["system/mem_total_bytes"] = agent.Shape.Total.Memory.Bytes;
        return figures;
    }

    private static void Resource(SortedDictionary<string, double> figures, string name, double total, double used)
    {
        figures[$"slave/{name}_total"] = total;
        figures[$"slave/{name}_used"] = used;
        figures[$"slave/{name}_percent"] = total == 0 ? 0 : used / total;
        figures[$"slave/{name}_revocable_total"] = figures[$"slave/{name}_revocable_used"] = figures[$"slave/{name}_revocable_percent"] = 0;
    }
}
