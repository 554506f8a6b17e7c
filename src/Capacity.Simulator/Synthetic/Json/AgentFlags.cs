using System.Text.Json;

namespace Capacity.Simulator.Synthetic.Json;

/// <summary>Writes the flags that an agent was started with, which are a good part of its <c>/state</c>.</summary>
internal static class AgentFlags
{
    private static readonly SortedDictionary<string, string> Common = new(StringComparer.Ordinal)
    {
        ["appc_simple_discovery_uri_prefix"] = "http://",
        ["appc_store_dir"] = "/tmp/mesos/store/appc",
        ["authenticate_http_readonly"] = "false",
        ["authenticate_http_readwrite"] = "false",
        ["authenticatee"] = "crammd5",
        ["authentication_backoff_factor"] = "1secs",
        ["authentication_timeout_max"] = "1mins",
        ["authentication_timeout_min"] = "5secs",
        ["authorizer"] = "local",
        ["cgroups_cpu_enable_pids_and_tids_count"] = "true",
        ["cgroups_destroy_timeout"] = "1mins",
        ["cgroups_enable_cfs"] = "true",
        ["cgroups_hierarchy"] = "/sys/fs/cgroup",
        ["cgroups_limit_swap"] = "false",
        ["cgroups_root"] = "mesos",
        ["container_disk_watch_interval"] = "15secs",
        ["containerizers"] = "mesos",
        ["default_role"] = "*",
        ["disallow_sharing_agent_ipc_namespace"] = "false",
        ["disallow_sharing_agent_pid_namespace"] = "false",
        ["disk_watch_interval"] = "1mins",
        ["docker"] = "docker",
        ["docker_ignore_runtime"] = "false",
        ["docker_kill_orphans"] = "false",
        ["docker_registry"] = "https://registry.mesos.test",
        ["docker_remove_delay"] = "6hrs",
        ["docker_socket"] = "/var/run/docker.sock",
        ["docker_stop_timeout"] = "0ns",
        ["docker_store_dir"] = "/tmp/mesos/store/docker",
        ["docker_volume_checkpoint_dir"] = "/var/run/mesos/isolators/docker/volume",
        ["docker_volume_chown"] = "false",
        ["enforce_container_disk_quota"] = "true",
        ["executor_registration_timeout"] = "1mins",
        ["executor_reregistration_timeout"] = "2secs",
        ["executor_shutdown_grace_period"] = "5secs",
        ["fetcher_cache_dir"] = "/tmp/mesos/fetch",
        ["fetcher_cache_size"] = "2GB",
        ["fetcher_stall_timeout"] = "1mins",
        ["frameworks_home"] = "",
        ["gc_delay"] = "1weeks",
        ["gc_disk_headroom"] = "0.1",
        ["gc_non_executor_container_sandboxes"] = "false",
        ["help"] = "false",
        ["hostname_lookup"] = "false",
        ["http_command_executor"] = "false",
        ["http_executor_domain_sockets"] = "false",
        ["http_heartbeat_interval"] = "30secs",
        ["initialize_driver_logging"] = "true",
        ["isolation"] = "cgroups/cpu,cgroups/mem,cgroups/pids,disk/du",
        ["launcher"] = "linux",
        ["launcher_dir"] = "/usr/libexec/mesos",
        ["log_dir"] = "/var/log/mesos",
        ["logbufsecs"] = "0",
        ["logging_level"] = "INFO",
        ["master"] = "zk://zk1.mesos.test:2181,zk2.mesos.test:2181,zk3.mesos.test:2181/mesos",
        ["max_completed_executors_per_framework"] = "150",
        ["memory_profiling"] = "false",
        ["network_cni_metrics"] = "true",
        ["network_cni_root_dir_persist"] = "false",
        ["oversubscribed_resources_interval"] = "15secs",
        ["perf_duration"] = "10secs",
        ["perf_interval"] = "1mins",
        ["qos_correction_interval_min"] = "0ns",
        ["quiet"] = "false",
        ["reconfiguration_policy"] = "equal",
        ["recover"] = "reconnect",
        ["recovery_timeout"] = "2mins",
        ["registration_backoff_factor"] = "1secs",
        ["revocable_cpu_low_priority"] = "true",
        ["runtime_dir"] = "/var/run/mesos",
        ["sandbox_directory"] = "/mnt/mesos/sandbox",
        ["strict"] = "true",
        ["switch_user"] = "true",
        ["systemd_enable_support"] = "false",
        ["systemd_runtime_directory"] = "/run/systemd/system",
        ["version"] = "false",
        ["zk_session_timeout"] = "10secs",
    };

    public static void Write(Utf8JsonWriter json, SyntheticAgent agent)
    {
        var zone = agent.Zone;
        var flags = new SortedDictionary<string, string>(Common, StringComparer.Ordinal)
        {
            ["attributes"] = $"zone:{zone};rack:{agent.Rack};type:{agent.Shape.Type}",
            ["hostname"] = agent.Hostname,
            ["ip"] = agent.Address.Host,
            ["port"] = $"{agent.Address.Port}",
            ["resources"] = Resources(agent),
            ["work_dir"] = ClusterNaming.WorkDirectory,
        };
        if (agent.HasDomain)
        {
            flags["domain"] = "{\"fault_domain\":{\"region\":{\"name\":\"dc1\"},\"zone\":{\"name\":\"z" + zone + "\"}}}";
        }

        json.WriteStartObject("flags");
        foreach (var (name, value) in flags)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static string Resources(SyntheticAgent agent)
    {
        var total = agent.Shape.Total;
        return FormattableString.Invariant(
            $"cpus:{total.Cpus.Cores};mem:{total.Memory.Mebibytes};disk:{total.Disk.Mebibytes};ports:[{PortRange.First}-{PortRange.Last}]");
    }
}
