namespace Capacity.Simulator.Tests.Synthetic;

/// <summary>One of each element that Mesos 1.12 answers, with every field that it can have here.</summary>
internal static class RealShapes
{
    public const string Containers = """
        [{"container_id":"c1","executor_id":"e1","executor_name":"n","framework_id":"f1","source":"e1",
          "statistics":{"cpus_limit":0.6,"cpus_nr_periods":1893,"cpus_nr_throttled":0,"cpus_soft_limit":0.6,"cpus_system_time_secs":0.34,
            "cpus_throttled_time_secs":0.0,"cpus_user_time_secs":4.09,"disk_limit_bytes":67108864,
            "disk_statistics":[{"limit_bytes":67108864,"used_bytes":12288}],"disk_used_bytes":12288,"mem_anon_bytes":106962944,
            "mem_cache_bytes":8192,"mem_critical_pressure_counter":0,"mem_file_bytes":8192,"mem_kmem_tcp_usage_bytes":0,
            "mem_kmem_usage_bytes":1413120,"mem_limit_bytes":301989888,"mem_low_pressure_counter":0,"mem_mapped_file_bytes":0,
            "mem_medium_pressure_counter":0,"mem_rss_bytes":106962944,"mem_soft_limit_bytes":301989888,"mem_swap_bytes":0,
            "mem_total_bytes":108720128,"mem_unevictable_bytes":0,"processes":3,"threads":12,"timestamp":1795361358.076792},
          "status":{"container_id":{"value":"c1"},"executor_pid":27806}}]
        """;

    public const string Slaves = """
        {"slaves":[{"id":"S0","hostname":"h","port":5051,"attributes":{"zone":4.0,"rack":"r4b","type":"reserved"},
          "domain":{"fault_domain":{"region":{"name":"dc1"},"zone":{"name":"z4"}}},"pid":"slave(1)@10.0.0.4:5051","registered_time":1795361159.54,
          "resources":{"disk":1.0,"mem":1.0,"gpus":0.0,"cpus":8.0,"ports":"[31000-32000]"},
          "used_resources":{"disk":0.0,"mem":768.0,"gpus":0.0,"cpus":1.5,"ports":"[31000-31004]"},
          "offered_resources":{"disk":0.0,"mem":0.0,"gpus":0.0,"cpus":0.0},
          "reserved_resources":{"prod":{"disk":0.0,"mem":16384.0,"gpus":0.0,"cpus":4.0}},
          "unreserved_resources":{"disk":1.0,"mem":1.0,"gpus":0.0,"cpus":4.0,"ports":"[31000-32000]"},
          "active":true,"deactivated":false,"version":"1.12.0","capabilities":["MULTI_ROLE"],
          "reserved_resources_full":{"prod":[{"name":"cpus","type":"SCALAR","scalar":{"value":4.0},"role":"prod",
            "reservations":[{"type":"STATIC","role":"prod"}]}]},
          "unreserved_resources_full":[
            {"name":"cpus","type":"SCALAR","scalar":{"value":4.0},"ranges":{"range":[{"begin":31000,"end":32000}]},"role":"*"}],
          "used_resources_full":[
            {"name":"cpus","type":"SCALAR","scalar":{"value":1.5},"ranges":{"range":[{"begin":31000,"end":31004}]},"role":"prod",
             "allocation_info":{"role":"prod"},"reservations":[{"type":"STATIC","role":"prod"}]}],
          "offered_resources_full":[]}],
         "recovered_slaves":[]}
        """;

    public const string State = $$$$"""
        {"version":"1.12.0","git_sha":"c1","build_date":"2026-11-22 14:30:00 UTC","build_time":1795358400.0,"build_user":"root",
         "start_time":1795361150.14,"id":"S0","pid":"slave(1)@10.0.0.1:5051","hostname":"h","capabilities":["MULTI_ROLE"],
         "domain":{"fault_domain":{"region":{"name":"dc1"},"zone":{"name":"z1"}}},
         "resources":{"disk":1.0,"mem":1.0,"gpus":0.0,"cpus":16.0,"ports":"[31000-32000]"},
         "reserved_resources":{"prod":{"disk":0.0,"mem":16384.0,"gpus":0.0,"cpus":4.0}},
         "unreserved_resources":{"disk":1.0,"mem":1.0,"gpus":0.0,"cpus":16.0,"ports":"[31000-32000]"},
         "reserved_resources_full":{"prod":[{"name":"cpus","type":"SCALAR","scalar":{"value":4.0},"role":"prod",
           "reservations":[{"type":"STATIC","role":"prod"}]}]},
         "unreserved_resources_full":[
           {"name":"cpus","type":"SCALAR","scalar":{"value":4.0},"ranges":{"range":[{"begin":31000,"end":32000}]},"role":"*"}],
         "reserved_resources_allocated":{"prod":{"disk":0.0,"mem":768.0,"gpus":0.0,"cpus":1.5}},
         "unreserved_resources_allocated":{"disk":192.0,"mem":864.0,"gpus":0.0,"cpus":1.8,"ports":"[31000-31002]"},
         "resource_providers":[],"attributes":{"zone":1.0,"rack":"r1a","type":"general"},"master_hostname":"m","log_dir":"/l",
         "flags":{"switch_user":"true","work_dir":"/w"},
         "frameworks":[{{{{Framework}}}}],"completed_frameworks":[{{{{Framework}}}}]}
        """;

    private const string Framework = $$$$"""
        {"id":"f1","name":"marathon","user":"root","failover_timeout":604800.0,"checkpoint":true,"hostname":"s","principal":"marathon",
         "roles":["prod"],
         "executors":[{{{{Executor}}}},"tasks":[{{{{Task}}}}],"queued_tasks":[],"completed_tasks":[]}],
         "completed_executors":[{{{{Executor}}}},"tasks":[],"queued_tasks":[],"completed_tasks":[{{{{Task}}}}]}]}
        """;

    private const string Executor = """
        {"id":"e1","name":"n","source":"e1","container":"c1","directory":"/d",
         "resources":{"disk":64.0,"mem":288.0,"gpus":0.0,"cpus":0.6,"ports":"[31002-31002]"},"role":"prod",
         "labels":[{"key":"team","value":"web"}],"type":"DEFAULT"
        """;

    private const string Task = """
        {"id":"t1","name":"frontend.web.prod","framework_id":"f1","executor_id":"","slave_id":"S0","state":"TASK_RUNNING",
         "resources":{"disk":64.0,"mem":256.0,"gpus":0.0,"cpus":0.5,"ports":"[31002-31002]"},
         "limits":{"mem":256.0,"cpus":"Infinity"},"role":"prod",
         "statuses":[{"state":"TASK_RUNNING","timestamp":1795361172.27,
           "container_status":{"container_id":{"value":"c1","parent":{"value":"c0"}},
             "network_infos":[{"ip_addresses":[{"protocol":"IPv4","ip_address":"10.0.0.1"}]}]},"healthy":true}],
         "labels":[{"key":"team","value":"web"}],
         "discovery":{"visibility":"FRAMEWORK","name":"n","ports":{"ports":[{"number":31002,"name":"http","protocol":"tcp"}]}},
         "health_check":{"delay_seconds":1.0,"interval_seconds":5.0,"timeout_seconds":3.0,"consecutive_failures":3,
           "grace_period_seconds":5.0,"type":"COMMAND","command":{"shell":true,"value":"true"}}}
        """;
}
