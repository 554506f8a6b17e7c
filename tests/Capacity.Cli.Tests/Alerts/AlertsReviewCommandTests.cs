using System.Globalization;
using System.Text.Json.Nodes;
using Capacity.Cli.Tests.Serving;

namespace Capacity.Cli.Tests.Alerts;

public sealed class AlertsReviewCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private readonly string log = Path.ChangeExtension(Path.GetTempFileName(), ".jsonl");
    private AlertedService service = null!;

    public async ValueTask InitializeAsync()
    {
        service = await AlertedService.StartAsync();
        await File.WriteAllLinesAsync(log, [.. Copies("QueueStuck", minutes: 20), .. Copies("CertificateExpired", minutes: 3)], TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        File.Delete(log);
    }

    [Fact]
    public async Task Review_AnEmptyWeek_HasItsShiftsAndSaysHowRulesAreTried()
    {
        var run = await ReviewAsync();

        Assert.Equal((ExitCodes.Ok, ""), (run.ExitCode, run.Error));
        Assert.Contains("0 pages, 0 at night", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not tried: give a kept log", run.Output, StringComparison.Ordinal);
        Assert.InRange(JsonNode.Parse((await ReviewAsync("--output", "json")).Output)!["shifts"]!.AsArray().Count, 14, 15);
    }

    [Fact]
    public async Task Review_WithALog_SaysWhatEachChangeWouldHaveDone()
    {
        var trials = await TrialsAsync("--log", log);

        Assert.Equal((null, 2), ((string?)trials[0]!["change"], (int)trials[0]!["pages"]!));
        var longer = Assert.Single(trials, t => ((string?)t!["change"])?.Contains("(settle)", StringComparison.Ordinal) == true)!;
        Assert.Equal((1, 300.0), ((int)longer["pages"]!, (double)longer["longestDelaySeconds"]!));
        Assert.Contains("CertificateExpired", (string?)longer["fewer"]!.AsArray().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_WithAnotherPolicy_TriesThatAlone()
    {
        var policy = Path.GetTempFileName();
        await File.WriteAllTextAsync(policy, "criticalSeverities: [page]", TestContext.Current.CancellationToken);

        var trials = await TrialsAsync("--log", log, "--try", policy);
        File.Delete(policy);

        Assert.Equal(2, trials.Count);
        Assert.Equal((0, 2), ((int)trials[1]!["pages"]!, trials[1]!["fewer"]!.AsArray().Count));
        Assert.Contains("none: the rules as they are", (await ReviewAsync("--log", log)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--policy", "x.yaml", "--log PATH")]
    [InlineData("--log", "nowhere.jsonl", "nowhere.jsonl")]
    [InlineData("--from", "soon", "neither a time")]
    public async Task Review_Wrong_SaysWhatToDo(string option, string value, string expected)
    {
        var run = await ReviewAsync(option, value);

        Assert.NotEqual(ExitCodes.Ok, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    /// <summary>An alert as it is sent every minute, and its end.</summary>
    private static IEnumerable<string> Copies(string name, int minutes) => Enumerable.Range(0, minutes + 10).Select(m => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"receivedAt":"{{Noon.AddMinutes(m):O}}","sender":"p","alerts":[{"labels":{"alertname":"{{name}}","severity":"critical"},"startsAt":"{{Noon:O}}","endsAt":"{{Noon.AddMinutes(m < minutes ? m + 4 : minutes):O}}"}]}"""));

    private async Task<JsonArray> TrialsAsync(params string[] arguments)
    {
        var run = await ReviewAsync([.. arguments, "--output", "json"]);
        Assert.Equal((ExitCodes.Ok, ""), (run.ExitCode, run.Error));
        return JsonNode.Parse(run.Output)!["ruleChanges"]!.AsArray();
    }

    private Task<Run> ReviewAsync(params string[] arguments) => Run.Async(["alerts", "review", .. arguments, "--url", service.Url]);
}
