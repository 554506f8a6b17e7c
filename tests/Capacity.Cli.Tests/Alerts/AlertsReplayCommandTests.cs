using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Capacity.Cli.Tests.Alerts;

public sealed class AlertsReplayCommandTests : IDisposable
{
    private static readonly string Scenarios = Path.Combine(Repository.Folder, "tests", "scenarios");
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string> Names => [.. Directory.GetFiles(Scenarios, "*.json.gz").Select(f => Path.GetFileName(f)).Order()];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Replay_Scenario_PagesAsAnOnCallWants(string name)
    {
        Assert.Empty(await Faults(name, countsPages: true));
        Assert.Empty(await Faults(name, countsPages: true, "--severity", "curated"));
        Assert.Empty(await Faults(name, countsPages: false, "--no-context"));
    }

    [Fact]
    public async Task Replay_Json_SaysWhatWasHeldBackAndWhy()
    {
        var run = await Run.Async("alerts", "replay", Path.Combine(Scenarios, "S05-update-never-completes.json.gz"), "--output", "json");

        var document = JsonNode.Parse(run.Output)!;
        Assert.Equal(1, document["pages"]!.GetValue<int>());
        var incident = document["incidents"]!.AsArray().Single(i => i!["pagedSeconds"] is not null)!;
        Assert.Equal(("change", 1020.0), (incident["kind"]!.GetValue<string>(), incident["pagedSeconds"]!.GetValue<double>()));
        Assert.Contains(document["reasons"]!.AsArray(), r => r!["reason"]!.GetValue<string>().StartsWith("chg-1 may take cp-3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_Table_NamesCausesAndCounts()
    {
        var run = await Run.Async("alerts", "replay", Path.Combine(Scenarios, "S07-zone-power-loss.json.gz"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("zone b failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("Held back: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_ALongStorm_CountsAlertsThatAreLongOver()
    {
        var run = await Run.Async("alerts", "replay", Path.Combine(Scenarios, "S21-quiet-day.json.gz"));

        Assert.Contains("S21-quiet-day: 73 alerts (5,766 copies), 3 incidents, 3 pages, 95.9 % fewer than alerts", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\+11684 s +30 s", run.Output);
    }

    [Fact]
    public async Task Replay_TruthChanged_DecidesTheSame()
    {
        var scenario = Read("S20-independent-failures.json.gz");
        scenario["expected"] = new JsonObject();
        foreach (var alert in scenario["alerts"]!.AsArray())
        {
            alert!["incident"] = "all the same";
        }

        Assert.Equal(
            (await Run.Async("alerts", "replay", Path.Combine(Scenarios, "S20-independent-failures.json.gz"), "--output", "json")).Output,
            (await Run.Async("alerts", "replay", Write("S20.json", scenario.ToJsonString()), "--output", "json")).Output);
    }

    [Fact]
    public async Task Replay_Log_IsReadLineByLine()
    {
        var log = string.Join('\n', Enumerable.Range(0, 3).Select(i => $$"""
            {"receivedAt":"2026-01-15T02:0{{i}}:00Z","sender":"10.0.0.7","alerts":[{"labels":{"alertname":"AppErrorBudgetBurn","app":"/a","severity":"critical"},"startsAt":"2026-01-15T02:00:00Z"}]}
            """));

        var run = await Run.Async("alerts", "replay", Write("log.jsonl", log), "--output", "json");

        Assert.Equal(1, JsonNode.Parse(run.Output)!["pages"]!.GetValue<int>());
    }

    [Fact]
    public async Task Replay_Policy_ChangesWhatPages()
    {
        var policy = Write("policy.yaml", "collapseMachines: 2000\nsettle: 10s\n");

        var run = await Run.Async("alerts", "replay", Path.Combine(Scenarios, "S15-delayed-duplicated-out-of-order.json.gz"), "--policy", policy, "--output", "json");

        Assert.Equal(0, JsonNode.Parse(run.Output)!["pages"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("S.json", "{}", "no 'alerts'")]
    [InlineData("S.json", "{\"alerts\":[", "line 1")]
    [InlineData("S.json", "{\"alerts\":[],\"alert_events\":[[1,2,3,null,\"p\"]]}", "alert 2")]
    [InlineData("S.json", "{\"alerts\":[],\"alert_events\":[7]}", "alert_events[0]")]
    [InlineData("S.jsonl", "{\"alerts\":[]}", "line 1")]
    [InlineData("S.jsonl", "", "no alerts")]
    public async Task Replay_BrokenFile_SaysWhatIsWrong(string name, string text, string expected)
    {
        var run = await Run.Async("alerts", "replay", Write(name, text));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Replay_BrokenPolicy_ListsAllFaults()
    {
        var run = await Run.Async("alerts", "replay", Write("S.json", "{}"), "--policy", Write("policy.yaml", "settle: soon\nnothing: 1\nrackShare: 7\n"));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(3, run.Error.TrimEnd().Split('\n').Length);
    }

    private static JsonNode Read(string name)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(Scenarios, name)), CompressionMode.Decompress);
        return JsonNode.Parse(stream)!;
    }

    private async Task<IReadOnlyList<string>> Faults(string name, bool countsPages, params string[] options)
    {
        var pages = Path.Combine(folder, "pages.jsonl");
        var run = await Run.Async(["alerts", "replay", Path.Combine(Scenarios, name), "--pages", pages, .. options]);
        Assert.Equal(0, run.ExitCode);
        return ScenarioScore.Faults(Read(name), File.ReadLines(pages).Select(l => JsonNode.Parse(l)!), countsPages);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
