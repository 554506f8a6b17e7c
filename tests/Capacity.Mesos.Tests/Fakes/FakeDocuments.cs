using System.Globalization;

namespace Capacity.Mesos.Tests.Fakes;

/// <summary>Documents of a healthy small cluster, in the shapes that Mesos 1.11 and Marathon 1.10 give.</summary>
internal static class FakeDocuments
{
    public const string FrameworkId = "f-0000";

    public const string StandbyMetrics = """{"master/elected":0.0,"master/uptime_secs":50.5,"master/cpus_total":0.0,"system/cpus_total":2.0,"registrar/log/recovered":1.0}""";

    public const string LeaderMetrics = """
        {"master/elected":1.0,"master/uptime_secs":100.5,"master/cpus_total":12.0,"master/cpus_used":3.0,"master/slaves_unreachable":0.0,
         "master/tasks_running":3.0,"registrar/state_fetch_ms":3.5,"registrar/registry_size_bytes":287.0,"registrar/log/recovered":1.0,
         "registrar/log/ensemble_size":3.0,"registrar/queued_operations":0.0,"system/cpus_total":2.0,"master/frameworks/marathon/f-0000/subscribed":1.0}
        """;

    public const string Apps = """
        {"apps":[{"id":"/shop/web","instances":3,"cpus":1,"mem":1024,"disk":0,"gpus":0,"constraints":[["hostname","UNIQUE"]],"labels":{"team":"shop"},
         "tasksRunning":3,"deployments":[],"upgradeStrategy":{"maximumOverCapacity":1}}]}
        """;

    public const string Info = """{"name":"marathon","frameworkId":"f-0000","marathon_config":{"framework_name":"marathon"}}""";

    public const string GetMaster = """{"type":"GET_MASTER","get_master":{"elected_time":1700000000.25}}""";

    /// <summary>An agent as <c>/slaves</c> lists it: 4 CPUs and 8 GiB, of which one task takes 1 CPU and 1 GiB.</summary>
    public static string Slave(string hostname, string? pid, int port = 5051, string more = "") => $$"""
        {"id":"id-{{hostname}}","hostname":"{{hostname}}","port":{{port}},{{(pid is null ? "" : $"\"pid\":\"{pid}\",")}}"active":true,"version":"1.11.0","attributes":{"zone":"z1"},
         "resources":{"cpus":4.0,"gpus":0.0,"mem":8192.0,"disk":1000.0,"ports":"[31000-32000]"},
         "used_resources":{"cpus":1.0,"gpus":0.0,"mem":1024.0,"disk":0.0},"offered_resources":{"cpus":0.0,"gpus":0.0,"mem":0.0,"disk":0.0},
         "unreserved_resources":{"cpus":4.0,"gpus":0.0,"mem":8192.0,"disk":1000.0},"reserved_resources":{}{{more}}}
        """;

    public static string Slaves(params IEnumerable<string> slaves) => $$"""{"slaves":[{{string.Join(',', slaves)}}],"recovered_slaves":[]}""";

    /// <summary>A running container of <c>/shop/web</c>: half a CPU, 512 MiB.</summary>
    /// <param name="name">Tells it from others.</param>
    /// <param name="sample">How often it was asked for; a sample is 10 seconds.</param>
    public static string Container(string name, int sample = 0) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"container_id":"c-{{name}}","executor_id":"shop_web.{{name}}","executor_name":"Command Executor","framework_id":"f-0000","source":"shop_web.{{name}}",
         "statistics":{"timestamp":{{1700000000.5 + (10 * sample)}},"cpus_user_time_secs":{{100.25 + (3 * sample)}},"cpus_system_time_secs":{{50.25 + (2 * sample)}},
         "cpus_limit":1.1,"mem_total_bytes":637534208,"mem_cache_bytes":134217728,"mem_mapped_file_bytes":33554432,"mem_rss_bytes":500000000,
         "mem_limit_bytes":1107296256},"status":{"container_id":{"value":"c-{{name}}"} } }
        """);

    public static string Task(string id, string executorId = "", double cpus = 1, string more = "") => string.Create(CultureInfo.InvariantCulture, $$"""
        {"id":"{{id}}","name":"web.shop","framework_id":"f-0000","executor_id":"{{executorId}}","state":"TASK_RUNNING","role":"*",
         "resources":{"cpus":{{cpus}},"gpus":0.0,"mem":1024.0,"disk":0.0},"statuses":[{"state":"TASK_RUNNING","timestamp":1700000000.5}],"labels":[]{{more}}}
        """);

    public static string State(string hostname, string executors, string more = "") => $$"""
        {"id":"id-{{hostname}}","hostname":"{{hostname}}","pid":"slave(1)@127.0.0.1:5051","version":"1.11.0",
         "resources":{"cpus":4.0,"gpus":0.0,"mem":8192.0,"disk":1000.0},"attributes":{"zone":"z1"},
         "frameworks":[{"id":"f-0000","name":"marathon","role":"*","executors":[{{executors}}],"completed_executors":[]}],"completed_frameworks":[]{{more}}}
        """;

    /// <summary>A command executor with its one task; its resources hold 0.1 CPU and 32 MiB for itself.</summary>
    public static string Executor(string name, string taskMore = "") => $$"""
        {"id":"shop_web.{{name}}","name":"Command Executor","source":"shop_web.{{name}}","container":"c-{{name}}",
         "resources":{"cpus":1.1,"gpus":0.0,"mem":1056.0,"disk":0.0},"tasks":[{{Task($"shop_web.{name}", more: taskMore)}}],"queued_tasks":[],"completed_tasks":[]}
        """;

    public static string Tasks(params IEnumerable<string> names) =>
        $$"""{"tasks":[{{string.Join(',', names.Select(n => $$"""{"id":"shop_web.{{n}}","appId":"/shop/web"}"""))}}]}""";
}
