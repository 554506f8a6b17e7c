namespace Capacity.Server.Metrics;

/// <summary>Which figures of masters are passed on: what operators are told to watch, and none of which there is one for each framework.</summary>
internal static class MesosFigures
{
    private const double Mebibyte = 1 << 20;
    private const double Millisecond = 0.001;
    private const string TasksHelp = "Tasks on registered agents, by state.";
    private const string EndedHelp = "Tasks that ended since the leader was elected, by how.";

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<MesosFigure> All { get; } =
    [
        Own("master/elected", "mesos_master_elected", "Whether the master says that it leads."),
        Own("master/uptime_secs", "mesos_master_uptime_seconds", "How long the master's process has run; an election does not end it."),
        Own("registrar/log/recovered", "mesos_registrar_log_recovered", "Whether the master's replica of the registry log has caught up."),
        Own("registrar/log/ensemble_size", "mesos_registrar_log_ensemble_size", "Replicas of the registry log that the master sees."),
        Own("master/event_queue_messages", "mesos_master_event_queue_messages", "Messages that wait for the master's actor."),
        Own("master/event_queue_dispatches", "mesos_master_event_queue_dispatches", "Calls that wait for the master's actor."),
        Own("master/event_queue_http_requests", "mesos_master_event_queue_http_requests", "Requests that wait for the master's actor."),
        Own("system/load_1min", "mesos_master_host_load1", "The load of the master's host over a minute."),
        Own("system/mem_free_bytes", "mesos_master_host_memory_free_bytes", "Free memory of the master's host."),
        Own("system/mem_total_bytes", "mesos_master_host_memory_bytes", "Memory of the master's host."),
        Own("master/dropped_messages", "mesos_master_dropped_messages_total", "Messages that the master dropped."),
        Leaders("master/slaves_active", "mesos_agents_active", "Registered agents that are offered."),
        Leaders("master/slaves_inactive", "mesos_agents_inactive", "Registered agents that are not offered: disconnected, deactivated or draining."),
        Leaders("master/slaves_connected", "mesos_agents_connected", "Registered agents whose connection is open."),
        Leaders("master/slaves_disconnected", "mesos_agents_disconnected", "Registered agents whose connection is closed."),
        Leaders("master/slaves_unreachable", "mesos_agents_unreachable", "Agents that the master gave up on; it forgets them after two weeks."),
        Leaders("master/frameworks_active", "mesos_frameworks_active", "Frameworks that get offers."),
        Leaders("master/frameworks_inactive", "mesos_frameworks_inactive", "Frameworks that get none."),
        Leaders("master/frameworks_connected", "mesos_frameworks_connected", "Frameworks whose connection is open."),
        Leaders("master/frameworks_disconnected", "mesos_frameworks_disconnected", "Frameworks whose connection is closed."),
        .. new[] { "staging", "starting", "running", "killing", "unreachable" }
            .Select(s => new MesosFigure($"master/tasks_{s}", "mesos_tasks", true, TasksHelp, State: s)),
        .. new[] { "finished", "failed", "killed", "lost", "error", "dropped", "gone" }
            .Select(s => new MesosFigure($"master/tasks_{s}", "mesos_tasks_ended_total", true, EndedHelp, State: s)),
        Leaders("master/outstanding_offers", "mesos_outstanding_offers", "Offers that nobody has answered."),
        Leaders("master/cpus_total", "mesos_cpu_registered_cores", "Cores of registered agents; an election takes it to zero for a while."),
        Leaders("master/cpus_used", "mesos_cpu_allocated_cores", "Cores allocated on registered agents."),
        Leaders("master/gpus_total", "mesos_gpus_registered", "GPUs of registered agents."),
        Leaders("master/gpus_used", "mesos_gpus_allocated", "GPUs allocated on registered agents."),
        Leaders("master/mem_total", "mesos_memory_registered_bytes", "Memory of registered agents.", Mebibyte),
        Leaders("master/mem_used", "mesos_memory_allocated_bytes", "Memory allocated on registered agents.", Mebibyte),
        Leaders("master/disk_total", "mesos_disk_registered_bytes", "Disk of registered agents.", Mebibyte),
        Leaders("master/disk_used", "mesos_disk_allocated_bytes", "Disk allocated on registered agents.", Mebibyte),
        Leaders("master/slave_registrations", "mesos_agent_registrations_total", "New agents since the leader was elected."),
        Leaders("master/slave_reregistrations", "mesos_agent_reregistrations_total", "Agents that came back since the leader was elected."),
        Leaders("master/slave_removals", "mesos_agent_removals_total", "Agents removed or given up since the leader was elected."),
        Leaders("master/recovery_slave_removals", "mesos_agent_recovery_removals_total", "Agents that never came back from the election."),
        Leaders("master/slave_unreachable_scheduled", "mesos_agent_unreachable_scheduled_total", "Agents that were to be given up."),
        Leaders("master/slave_unreachable_completed", "mesos_agent_unreachable_completed_total", "Agents that were given up."),
        Leaders("master/slave_unreachable_canceled", "mesos_agent_unreachable_canceled_total", "Agents that answered in time."),
        Leaders("registrar/queued_operations", "mesos_registrar_queued_operations", "Writes that wait for the registry."),
        Leaders("registrar/registry_size_bytes", "mesos_registrar_registry_bytes", "The size of the registry."),
        Leaders("registrar/state_store_ms", "mesos_registrar_store_seconds", "How long the last write of the registry took.", Millisecond),
        Leaders("registrar/state_fetch_ms", "mesos_registrar_fetch_seconds", "How long reading the registry took after the election.", Millisecond),
        Leaders("allocator/mesos/allocation_run_ms", "mesos_allocator_run_seconds", "How long the last run of the allocator took.", Millisecond),
        Leaders("allocator/mesos/event_queue_dispatches", "mesos_allocator_event_queue_dispatches", "Calls that wait for the allocator."),
    ];

    private static MesosFigure Own(string mesosName, string name, string help) => new(mesosName, name, false, help);

    private static MesosFigure Leaders(string mesosName, string name, string help, double factor = 1) => new(mesosName, name, true, help, factor);
}
