using System.Text.Json.Nodes;
using Capacity.Core.Cluster;
using Capacity.Core.Scanning;
using Capacity.Mesos.Collection;
using Capacity.Mesos.Tests.Fakes;

namespace Capacity.Mesos.Tests.Collection;

/// <summary>Every value of every document, one after the other, replaced by what it should not be: no exception, and no figure that is none.</summary>
public sealed class MutationTests
{
    private static readonly string[] Wrong =
        ["null", "[]", "{}", "[null]", "[[null]]", "{\"a\":null}", "[{}]", "\"\"", "\"x\"", "-1", "0", "1e308", "1e400", "Infinity", "NaN", "true", "4294967296.5"];

    private const string MoreApp = """
        "lastTaskFailure":{"taskId":"t","state":"s","message":"m","timestamp":"2026-01-01T00:00:00Z"},"tasksRunning":3
        """;

    private const string MoreState = """
        "reserved_resources":{"prod":{"cpus":1}},"reserved_resources_allocated":{"prod":{"cpus":1}},"unreserved_resources":{"cpus":3},
        "unreserved_resources_allocated":{"cpus":1},"completed_frameworks":[{"id":"f-9","name":"n","roles":["a"],
         "completed_executors":[{"completed_tasks":[{"state":"TASK_FAILED"}]}]}]
        """;

    private const string MoreSlave = """
        "drain_info":{"state":"DRAINING"},"deactivated":true,"domain":{"fault_domain":{"region":{"name":"r"},"zone":{"name":"z"}}},
        "registered_time":1700000000.5,"reserved_resources":{"prod":{"cpus":1,"mem":5}},
        "used_resources_full":[{"name":"cpus","scalar":{"value":1.0},"role":"prod","reservations":[{"role":"prod"}]}]
        """;

    private static readonly string Slave = FakeDocuments.Slave("a1", "slave(1)@127.0.0.1:5051")
        .Replace("\"reserved_resources\":{}", MoreSlave, StringComparison.Ordinal);

    private static readonly Dictionary<string, string> Healthy = new()
    {
        ["/metrics/snapshot"] = FakeDocuments.LeaderMetrics,
        ["/slaves"] = $$"""
            {"slaves":[{{Slave}}],"recovered_slaves":[{"id":"x","hostname":"a3","port":5051,"attributes":{"zone":"z"} }]}
            """,
        ["/maintenance/status"] = """{"draining_machines":[{"id":{"hostname":"a1","ip":"1.2.3.4"}}],"down_machines":[{"hostname":"a9","ip":"1.2.3.4"}]}""",
        ["/maintenance/schedule"] = """{"windows":[{"machine_ids":[{"hostname":"a1","ip":"1.2.3.4"}],"unavailability":{"start":{"nanoseconds":1700000000000000000},"duration":{"nanoseconds":3600000000000}}}]}""",
        ["/containers"] = $"[{FakeDocuments.Container("a1")}]",
        ["/state"] = FakeDocuments.State("a1", FakeDocuments.Executor("a1", ""","limits":{"cpus":2.0,"mem":5.0}"""))
            .Replace("\"labels\":[]", "\"labels\":[{\"key\":\"team\",\"value\":\"t\"}]", StringComparison.Ordinal)
            .Replace("\"completed_frameworks\":[]", MoreState, StringComparison.Ordinal),
        ["/api/v1"] = """
            {"get_master":{"elected_time":1700000000.25},"get_tasks":{"terminated_tasks":[],"completed_tasks":[{"name":"web","task_id":{"value":"t"},"framework_id":{"value":"f-9"},
             "executor_id":{"value":"e"},"state":"TASK_FAILED","statuses":[{"state":"TASK_FAILED","reason":"REASON_CONTAINER_LIMITATION_MEMORY","message":"m","timestamp":1700000000.5}]}]}}
            """,
        ["/v2/info"] = FakeDocuments.Info,
        ["/v2/apps"] = FakeDocuments.Apps.Replace("\"tasksRunning\":3", MoreApp, StringComparison.Ordinal),
        ["/v2/tasks"] = FakeDocuments.Tasks("a1"),
        ["/v2/queue"] = """
            {"queue":[{"app":{"id":"/a"},"count":1,"since":"2026-01-01T00:00:00Z","delay":{"timeLeftSeconds":0},
             "processedOffersSummary":{"rejectSummaryLastOffers":[{"reason":"r","declined":1}]}}]}
            """,
        ["/v2/pods/::status"] = """[{"id":"/pod","instances":[{"containers":[{"containerId":"c"}]}]}]""",
    };

    public static TheoryData<string> Paths => [.. Healthy.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task CollectAsync_AnyOneValueIsWrong_ReportStands(string path)
    {
        Assert.DoesNotContain((await ScanAsync(path, Healthy[path])).Picture.Sources, s => s.Failure is not null);
        foreach (var pointer in Values(JsonNode.Parse(Healthy[path]), string.Empty))
        {
            foreach (var wrong in Wrong)
            {
                var report = await ScanAsync(path, Replaced(Healthy[path], pointer, wrong));

                Assert.All(report.Warnings.Where(w => w.Code == "source-unreadable"), w => Assert.True(
                    w.Message.Contains(path, StringComparison.Ordinal) || w.Message.EndsWith("what it announces is no host name.", StringComparison.Ordinal), w.Message));
                Assert.InRange(report.Warnings.Count(w => w.Code == "source-unreadable"), 0, 3);
                Assert.All(
                    report.Containers.SelectMany(c => new[] { c.Usage?.CpuMeanCores, c.Usage?.CpuMaxCores, c.Usage?.ThrottledRatio }).OfType<double>(),
                    f => Assert.True(double.IsFinite(f)));
            }
        }
    }

    private static async Task<ScanReport> ScanAsync(string path, string body)
    {
        using var http = new HttpClient(new CannedHandler(uri => uri.AbsolutePath == path ? body : Healthy.GetValueOrDefault(uri.AbsolutePath)));
        using var collector = new ClusterCollector(
            new() { Masters = [new("http://master.test:5050")], Marathons = [new("http://marathon.test:8080")] }, TimeProvider.System, http);
        var memory = new ClusterMemory();
        var first = memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken));
        return ScanAnalysis.Analyse([first, memory.Lay(await collector.CollectAsync(null, TestContext.Current.CancellationToken))]);
    }

    /// <summary>A path of keys and indices to each value, those inside of others too.</summary>
    private static IEnumerable<string> Values(JsonNode? node, string pointer) => node switch
    {
        JsonObject o => o.SelectMany(p => Values(p.Value, $"{pointer}\n{p.Key}")).Prepend(pointer),
        JsonArray a => a.SelectMany((v, i) => Values(v, $"{pointer}\n{i}")).Prepend(pointer),
        _ => [pointer],
    };

    private static string Replaced(string document, string pointer, string value)
    {
        if (pointer.Length == 0)
        {
            return value;
        }

        const string Mark = "here it is";
        var root = JsonNode.Parse(document)!;
        var steps = pointer[1..].Split('\n');
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray a ? a[int.Parse(step, null)]! : node[step]!);
        if (parent is JsonArray array)
        {
            array[int.Parse(steps[^1], null)] = Mark;
        }
        else
        {
            parent[steps[^1]] = Mark;
        }

        return root.ToJsonString().Replace($"\"{Mark}\"", value, StringComparison.Ordinal);
    }
}
