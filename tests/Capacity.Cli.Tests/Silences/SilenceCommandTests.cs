using System.Text.Json.Nodes;
using Capacity.Cli.Tests.Serving;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Cli.Tests.Silences;

public sealed class SilenceCommandTests : IAsyncLifetime
{
    private AlertedService service = null!;

    public async ValueTask InitializeAsync() => service = await AlertedService.StartAsync(
        "alertname=NodeDown,zone=a,host=ag-1", "alertname=NodeDown,zone=a,host=ag-2", "alertname=DiskFull,zone=a,host=ag-1", "alertname=NodeDown,zone=b,host=ag-3");

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Preview_Matchers_SaysHowManyOfWhatAndSilencesNothing()
    {
        var text = await SilenceAsync("preview", "zone=a");
        var json = await SilenceAsync("preview", "zone=~a|c", "--output", "json");

        Assert.Contains("zone=\"a\" matches 3 of 4 alerts that fire now", text.Output, StringComparison.Ordinal);
        Assert.Matches(@"2  NodeDown\r?\n\s+1  DiskFull", text.Output);
        Assert.Equal((3, 4), (Number(json.Output, "matched"), Number(json.Output, "firing")));
        Assert.Empty(service.Keeper.Silences.All);
    }

    [Theory]
    [InlineData("NodeDown", "matches 3 of 4")]
    [InlineData("zone!=a", "matches 1 of 4")]
    [InlineData("host=~ag-.*", "This is everything that fires")]
    [InlineData("zone=nowhere", "matches none of 4")]
    [InlineData("{zone=a}", "is no matcher")]
    [InlineData("host=~[", "is no matcher")]
    public async Task Preview_AsAmtoolWritesIt_IsUnderstood(string matcher, string expected)
    {
        var run = await SilenceAsync("preview", matcher);

        Assert.Contains(expected, run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WithYes_SaysWhatItMatchesAndSilences()
    {
        var run = await SilenceAsync("add", "NodeDown", "zone=a", "--duration", "2h", "--comment", "kernel update", "--author", "ann", "--yes");

        var silence = Assert.Single(service.Keeper.Silences.All);
        Assert.Equal((ExitCodes.Ok, "ann", "kernel update"), (run.ExitCode, silence.CreatedBy, silence.Comment));
        Assert.Equal(2, (silence.EndsAt - silence.StartsAt).TotalHours, 0.1);
        Assert.Equal("alertname=\"NodeDown\" zone=\"a\"", string.Join(' ', silence.Matchers));
        Assert.StartsWith($"{silence.Id}: silenced until ", run.Output, StringComparison.Ordinal);
        Assert.Contains("matches 2 of 4 alerts", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, service.Keeper.List().Count(a => a.SilencedBy.Count > 0));
    }

    [Fact]
    public async Task Add_ServiceWithAnotherClock_CountsByThatOne()
    {
        var now = new DateTimeOffset(2020, 2, 29, 12, 0, 0, TimeSpan.Zero);
        await using var past = await AlertedService.StartAtAsync(now);

        var run = await Run.Async("silence", "add", "NodeDown", "--duration", "2h", "--comment", "why", "--yes", "--url", past.Url);
        var list = await Run.Async("silence", "list", "--url", past.Url);

        Assert.EndsWith("silenced until 2020-02-29 14:00 UTC.\n", run.Output, StringComparison.Ordinal);
        Assert.Equal((now, now.AddHours(2)), (Assert.Single(past.Keeper.Silences.All).StartsAt, Assert.Single(past.Keeper.Silences.All).EndsAt));
        Assert.Contains("for 2 h 0 min more", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_NoAuthor_IsOfWhoIsLoggedIn()
    {
        await SilenceAsync("add", "zone=a", "-c", "why", "-y", "--start", "1h", "--end", "3h");

        var silence = Assert.Single(service.Keeper.Silences.All);
        Assert.Equal(Environment.UserName, silence.CreatedBy);
        Assert.Equal((SilenceState.Pending, TimeSpan.FromHours(2)), (silence.StateAt(TimeProvider.System.GetUtcNow()), silence.EndsAt - silence.StartsAt));
    }

    [Fact]
    public async Task List_HasStatesAndWhatEachKeepsQuiet()
    {
        var first = await AddAsync("zone=a");
        var second = await AddAsync("zone=b");
        await SilenceAsync("expire", second);

        var open = await SilenceAsync("list");
        var all = await SilenceAsync("list", "--state", "all", "--output", "json");
        var named = await SilenceAsync("list", "zone=b", "--state", "all");

        Assert.Matches($@"{first}\s+active\s+for (59 min|1 h 0 min) more\s+3\s+zone=""a""", open.Output);
        Assert.DoesNotContain(second, open.Output, StringComparison.Ordinal);
        Assert.Equal([first, second], JsonNode.Parse(all.Output)!.AsArray().Select(s => s!["id"]!.GetValue<string>()));
        Assert.Contains(second, named.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(first, named.Output, StringComparison.Ordinal);
        Assert.Contains("No silences", (await SilenceAsync("list", "--state", "pending")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expire_ByTheBeginningOfItsId_EndsItAndSaysSo()
    {
        var id = await AddAsync("zone=a");

        var run = await SilenceAsync("expire", id[..8]);
        var again = await SilenceAsync("expire", id);

        Assert.Equal((ExitCodes.Ok, $"{id}: over; zone=\"a\" is heard again."), (run.ExitCode, run.Output.Trim()));
        Assert.Contains("was over already", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(service.Keeper.List(), a => a.SilencedBy.Count > 0);
    }

    [Fact]
    public async Task Extend_OneThatHolds_HoldsLonger()
    {
        var id = await AddAsync("zone=a");
        var before = Assert.Single(service.Keeper.Silences.All);

        var run = await SilenceAsync("extend", id, "--by", "30m");

        Assert.Equal(ExitCodes.Ok, run.ExitCode);
        var after = Assert.Single(service.Keeper.Silences.All);
        Assert.Equal((before.Id, before.Comment, TimeSpan.FromMinutes(30)), (after.Id, after.Comment, TimeSpan.FromMinutes(Math.Round((after.EndsAt - before.EndsAt).TotalMinutes, 3))));
    }

    [Fact]
    public async Task Extend_OneThatIsOver_HoldsAgainUnderAnotherId()
    {
        var id = await AddAsync("zone=a");
        await SilenceAsync("expire", id);

        var run = await SilenceAsync("extend", id, "--by", "30m");

        Assert.StartsWith($"{id} was over: ", run.Output, StringComparison.Ordinal);
        Assert.Equal(3, service.Keeper.List().Count(a => a.SilencedBy.Count > 0));
    }

    [Theory]
    [InlineData("There is no silence 'zzz'", ExitCodes.Failed, "expire", "zzz")]
    [InlineData("Give --by or --end", ExitCodes.BadArguments, "extend", "zzz")]
    [InlineData("Give --duration or --end, not both", ExitCodes.BadArguments, "add", "zone=a", "-c", "why", "-d", "1h", "--end", "2h")]
    [InlineData("--comment: say why", ExitCodes.BadArguments, "add", "zone=a", "-c", " ", "-y")]
    [InlineData("is neither a time", ExitCodes.BadArguments, "add", "zone=a", "-c", "why", "-y", "--end", "soon")]
    [InlineData("end time can't be in the past", ExitCodes.BadArguments, "add", "zone=a", "-c", "why", "-y", "--start", "2020-01-01", "--end", "2020-01-02")]
    [InlineData("at least one matcher must not match the empty string", ExitCodes.BadArguments, "add", "zone=~.*", "-c", "why", "-y")]
    public async Task Silence_Wrong_SaysWhatToDo(string expected, int exitCode, params string[] arguments)
    {
        var run = await SilenceAsync(arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(service.Keeper.Silences.All);
    }

    [Fact]
    public async Task Silence_NoService_SaysHowToStartOne()
    {
        var run = await Run.Async("silence", "list", "--url", "http://127.0.0.1:1");

        Assert.Equal(ExitCodes.Failed, run.ExitCode);
        Assert.Contains("Start it with capacity serve, or name it with --url.", run.Error, StringComparison.Ordinal);
    }

    private static int Number(string json, string name) => JsonNode.Parse(json)![name]!.GetValue<int>();

    private async Task<string> AddAsync(string matcher)
    {
        var run = await SilenceAsync("add", matcher, "-c", "why", "-y", "--output", "json");
        return JsonNode.Parse(run.Output)!["id"]!.GetValue<string>();
    }

    private Task<Run> SilenceAsync(params string[] arguments) => Run.Async(["silence", .. arguments, "--url", service.Url]);
}
