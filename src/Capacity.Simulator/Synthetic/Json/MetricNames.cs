namespace Capacity.Simulator.Synthetic.Json;

/// <summary>The names of a master's metrics that come in families.</summary>
internal static class MetricNames
{
    private static readonly string[] Operations =
        ["create", "create_disk", "destroy", "destroy_disk", "grow_volume", "reserve", "shrink_volume", "unreserve"];

    private static readonly string[] OperationStates =
        ["dropped", "error", "failed", "finished", "gone_by_operator", "pending", "recovering", "total", "unreachable"];

    /// <summary>Gets all plain counters and gauges below <c>master/</c> whose value matters to nobody here.</summary>
    public static IEnumerable<string> Counters { get; } =
    [
        .. Prefixed(
            "master/",
            """
            dropped_messages event_queue_dispatches event_queue_http_requests event_queue_messages http_cache_hits
            invalid_executor_to_framework_messages invalid_framework_to_executor_messages
            invalid_operation_status_update_acknowledgements invalid_operation_status_updates
            invalid_status_update_acknowledgements invalid_status_updates messages_authenticate
            messages_deactivate_framework messages_decline_offers messages_executor_to_framework messages_exited_executor
            messages_framework_to_executor messages_kill_task messages_launch_tasks messages_operation_status_update
            messages_operation_status_update_acknowledgement messages_reconcile_operations messages_reconcile_tasks
            messages_register_framework messages_register_slave messages_reregister_framework messages_reregister_slave
            messages_resource_request messages_revive_offers messages_status_update messages_status_update_acknowledgement
            messages_suppress_offers messages_unregister_framework messages_unregister_slave messages_update_slave
            operator_event_stream_subscribers outstanding_offers recovery_slave_removals slave_registrations slave_removals
            slave_removals/reason_registered slave_removals/reason_unhealthy slave_removals/reason_unregistered
            slave_reregistrations slave_shutdowns_canceled slave_shutdowns_completed slave_shutdowns_scheduled
            slave_unreachable_canceled slave_unreachable_completed slave_unreachable_scheduled slaves_disconnected
            slaves_inactive slaves_unreachable task_error/source_master/reason_task_group_invalid tasks_dropped tasks_error
            tasks_failed tasks_finished tasks_gone tasks_gone_by_operator tasks_killed tasks_killing tasks_lost tasks_staging
            tasks_starting tasks_unreachable valid_executor_to_framework_messages valid_framework_to_executor_messages
            valid_operation_status_update_acknowledgements valid_operation_status_updates
            valid_status_update_acknowledgements valid_status_updates
            """),
        .. OperationStates.Select(state => $"master/operations/{state}"),
        .. Operations.SelectMany(operation => OperationStates.Select(state => $"master/operations/{operation}/{state}")),
    ];

    /// <summary>Gets what a master counts for each framework, below <c>master/frameworks/NAME/ID</c>.</summary>
    public static IEnumerable<string> OfFramework { get; } =
    [
        .. Prefixed(
            "/",
            """
            calls calls/accept calls/accept_inverse_offers calls/acknowledge calls/acknowledge_operation_status calls/decline
            calls/decline_inverse_offers calls/kill calls/message calls/reconcile calls/reconcile_operations calls/request
            calls/revive calls/shutdown calls/subscribe calls/suppress calls/teardown calls/update_framework events
            events/error events/failure events/heartbeat events/inverse_offers events/message events/offers events/rescind
            events/rescind_inverse_offer events/subscribed events/update events/update_operation_status offers/accepted
            offers/declined offers/rescinded offers/sent operations operations/create operations/create_disk
            operations/destroy operations/destroy_disk operations/grow_volume operations/launch operations/launch_group
            operations/reserve operations/shrink_volume operations/unreserve subscribed tasks/active/task_killing
            tasks/active/task_running tasks/active/task_staging tasks/active/task_starting tasks/active/task_unknown
            tasks/active/task_unreachable tasks/terminal/task_dropped tasks/terminal/task_error tasks/terminal/task_failed
            tasks/terminal/task_finished tasks/terminal/task_gone tasks/terminal/task_gone_by_operator
            tasks/terminal/task_killed tasks/terminal/task_lost
            """),
    ];

    private static IEnumerable<string> Prefixed(string prefix, string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => prefix + name);
}
