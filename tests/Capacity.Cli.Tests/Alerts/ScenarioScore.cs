using System.Text.Json.Nodes;

namespace Capacity.Cli.Tests.Alerts;

/// <summary>Judges the pager's calls by what a scenario says of the truth.</summary>
internal static class ScenarioScore
{
    /// <summary>Says all that is wrong.</summary>
    public static IReadOnlyList<string> Faults(JsonNode scenario, IEnumerable<JsonNode> calls, bool countsPages)
    {
        var expected = scenario["expected"]!;
        var incidents = expected["incidents"]!.AsArray().ToDictionary(i => i!["id"]!.GetValue<string>(), i => i!);
        var truth = scenario["alerts"]!.AsArray().ToDictionary(a => a!["id"]!.GetValue<int>(), a => a!["incident"]!.GetValue<string>());
        var open = new Dictionary<string, HashSet<string>>();
        var pages = new List<(double At, HashSet<string> First, HashSet<string> All)>();
        foreach (var call in calls.OrderBy(c => c["t"]!.GetValue<double>()))
        {
            var key = call["key"]!.GetValue<string>();
            var about = call["alerts"]!.AsArray().Select(a => truth[a!.GetValue<int>()]).ToHashSet();
            if (call["action"]!.GetValue<string>() == "resolve")
            {
                open.Remove(key);
            }
            else if (open.TryGetValue(key, out var known))
            {
                known.UnionWith(about);
            }
            else
            {
                open[key] = [.. about];
                pages.Add((call["t"]!.GetValue<double>(), about, open[key]));
            }
        }

        var faults = incidents.Where(i => i.Value["page"]!.GetValue<bool>()).Select(i => Fault(i.Key, i.Value, pages)).OfType<string>().ToList();
        faults.AddRange(pages.Where(p => p.All.Any(a => p.All.Any(b => a != b && !May(a, b) && !May(b, a)))).Select(p => $"{p.At}: one page for {string.Join(", ", p.All)}"));
        if (countsPages && pages.Count > expected["pages_max_acceptable"]!.GetValue<int>())
        {
            faults.Add($"{pages.Count} pages");
        }

        return faults;

        bool May(string a, string b) => incidents[a]["may_merge_with"]!.AsArray().Any(m => m!.GetValue<string>() == b);
    }

    private static string? Fault(string id, JsonNode incident, List<(double At, HashSet<string> First, HashSet<string> All)> pages)
    {
        var notBefore = incident["not_before_s"]?.GetValue<double>() ?? 0;
        var times = pages.Where(p => p.First.Contains(id) && p.At >= notBefore - 5).Select(p => p.At).ToList();
        return times.Count == 0 ? $"{id} is missed"
            : times[0] - incident["page_after_s"]!.GetValue<double>() > incident["max_delay_s"]!.GetValue<double>() ? $"{id} comes at {times[0]}"
            : null;
    }
}
