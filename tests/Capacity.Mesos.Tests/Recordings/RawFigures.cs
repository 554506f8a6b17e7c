using System.Text;
using System.Text.Json.Nodes;
using Capacity.Core.Recordings;

namespace Capacity.Mesos.Tests.Recordings;

/// <summary>
/// Computes a cluster's figures from raw answers in the plainest way there is, sharing no code with the product: the check that the
/// collectors and the analysis are right.
/// </summary>
internal sealed class RawFigures
{
    public Dictionary<string, (double Cpus, double Mem, double UsedCpus, double UsedMem)> Agents { get; } = [];

    public Dictionary<string, RawContainer> Containers { get; } = [];

    public HashSet<string> AgentsWithoutState { get; } = [];

    public static RawFigures? From(IReadOnlyList<RecordedExchange> answers)
    {
        var slaves = answers.Where(a => a is { Target: "/slaves", Status: 200 }).Select(Json).LastOrDefault();
        if (slaves is null || slaves["slaves"]!.AsArray().Count == 0)
        {
            return null;
        }

        var figures = new RawFigures();
        foreach (var slave in slaves["slaves"]!.AsArray())
        {
            var name = slave!["hostname"]!.GetValue<string>();
            var address = slave["pid"]!.GetValue<string>().Split('@')[1];
            figures.Agents[name] = (Number(slave["resources"], "cpus"), Number(slave["resources"], "mem"), Number(slave["used_resources"], "cpus"), Number(slave["used_resources"], "mem"));
            var ofAgent = answers.Where(a => a.Host.ToString() == address && a.Status == 200).ToList();
            var state = ofAgent.Where(a => a.Target == "/state").Select(Json).LastOrDefault();
            if (state is null)
            {
                figures.AgentsWithoutState.Add(name);
            }
            else
            {
                figures.Read(name, state, ofAgent.Where(a => a.Target == "/containers").Select(Json).LastOrDefault()?.AsArray() ?? []);
            }
        }

        return figures;
    }

    private void Read(string agent, JsonNode state, JsonArray usage)
    {
        foreach (var framework in state["frameworks"]!.AsArray())
        {
            foreach (var executor in framework!["executors"]!.AsArray())
            {
                var tasks = executor!["tasks"]!.AsArray().Concat(executor["queued_tasks"]!.AsArray()).ToList();
                var isCommand = executor["type"]?.GetValue<string>() != "DEFAULT";
                var id = executor["container"]!.GetValue<string>();
                var statistics = usage.FirstOrDefault(u => u!["container_id"]!.GetValue<string>() == id)?["statistics"];
                Containers[id] = new(
                    agent,
                    App(framework["name"]!.GetValue<string>(), [.. (tasks.Count > 0 ? tasks : [.. executor["completed_tasks"]!.AsArray()]).Select(t => t!["name"]!.GetValue<string>())]),
                    isCommand ? tasks.Sum(t => Number(t!["resources"], "cpus")) : Number(executor["resources"], "cpus"),
                    isCommand ? tasks.Sum(t => Number(t!["resources"], "mem")) : Number(executor["resources"], "mem"),
                    Optional(statistics, "timestamp"),
                    Optional(statistics, "cpus_user_time_secs") + Optional(statistics, "cpus_system_time_secs"),
                    Optional(statistics, "mem_total_bytes") is double total
                        ? total - (Optional(statistics, "mem_cache_bytes") ?? 0) + (Optional(statistics, "mem_mapped_file_bytes") ?? 0)
                        : Optional(statistics, "mem_rss_bytes"));
            }
        }
    }

    private static string App(string framework, List<string> names)
    {
        var shortest = names.MinBy(n => n.Length) ?? string.Empty;
        return framework.Contains("marathon", StringComparison.Ordinal) ? "/" + string.Join('/', shortest.Split('.').Reverse()) : shortest;
    }

    private static double Number(JsonNode? node, string name) => node?[name]?.GetValue<double>() ?? 0;

    private static double? Optional(JsonNode? node, string name) => node?[name]?.GetValue<double>();

    private static JsonNode Json(RecordedExchange exchange) => JsonNode.Parse(Encoding.UTF8.GetString(exchange.Body.Span))!;

    internal sealed record RawContainer(string Agent, string App, double Cpus, double Mem, double? Timestamp, double? CpuSeconds, double? MemoryBytes);
}
