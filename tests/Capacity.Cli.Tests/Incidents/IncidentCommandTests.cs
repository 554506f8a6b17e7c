using System.Text.Json.Nodes;
using Capacity.Cli.Tests.Serving;

namespace Capacity.Cli.Tests.Incidents;

public sealed class IncidentCommandTests : IAsyncLifetime
{
    private AlertedService service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        service = await AlertedService.StartWithAsync(
            "{ policy: { collapse: 1s } }",
            "alertname=NodeDown,zone=a,rack=r1,host=ag-1",
            "alertname=NodeDown,zone=a,rack=r1,host=ag-2",
            "alertname=NodeDown,zone=a,rack=r1,host=ag-3",
            "alertname=DiskFillsUp,host=ag-9,severity=warning");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (JsonNode.Parse((await CapacityAsync("incidents", "list", "--output", "json")).Output)!.AsArray().All(i => i!["pagedAt"] is null))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task List_SaysWhatIsBrokenAndWhatIsHeldBack()
    {
        var run = await CapacityAsync("incidents", "list");

        Assert.Equal((ExitCodes.Ok, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"paged\s+rack r1 failed", run.Output);
        Assert.Contains("1 for working hours", run.Output, StringComparison.Ordinal);
        Assert.Contains("not critical", run.Output, StringComparison.Ordinal);
        Assert.Equal(run.Output.Split('\n')[1], (await CapacityAsync("incidents")).Output.Split('\n')[1]);
    }

    [Fact]
    public async Task List_Filters_AreTheService()
    {
        Assert.StartsWith("id,kind,cause", (await CapacityAsync("incidents", "list", "--zone", "a", "--output", "csv")).Output, StringComparison.Ordinal);
        Assert.Contains("No incidents.", (await CapacityAsync("incidents", "list", "--state", "resolved", "--since", "1h")).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.BadArguments, (await CapacityAsync("incidents", "list", "--since", "soon")).ExitCode);
    }

    [Fact]
    public async Task Show_OneIncident_SaysWhyEachAlertPagedOrNot()
    {
        var list = JsonNode.Parse((await CapacityAsync("incidents", "list", "--zone", "a", "--output", "json")).Output)!.AsArray();
        var id = list.Single(i => i!["pagedAt"] is not null)!["id"]!.GetValue<string>();

        var run = await CapacityAsync("incidents", "show", id);

        foreach (var expected in (string[])["rack r1 failed", "Why this cause: confidence", "Timeline", "3 machines do not answer at all", "3 machines within"])
        {
            Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        }

        Assert.Equal(id, JsonNode.Parse((await CapacityAsync("incidents", "show", id, "--output", "json")).Output)!["incident"]!["id"]!.GetValue<string>());
        Assert.Equal(run.Output, (await CapacityAsync("incidents", "show", id.Split('-')[0].TrimStart('0'))).Output);
        var none = await CapacityAsync("incidents", "show", "nothing");
        Assert.Equal((ExitCodes.Failed, "There is no incident 'nothing': capacity incidents list --state all has them."), (none.ExitCode, none.Error.Trim()));
    }

    private Task<Run> CapacityAsync(params string[] arguments) => Run.Async([.. arguments, "--url", service.Url]);
}
