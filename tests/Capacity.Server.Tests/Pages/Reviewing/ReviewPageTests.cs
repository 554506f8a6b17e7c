using Capacity.Core.Cluster;
using Capacity.Server.Keeping;
using Capacity.Server.Tests.AlertmanagerApi;
using Capacity.Server.Tests.Pages.Alerts;
using Capacity.Server.Tests.Pages.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Pages.Reviewing;

public sealed class ReviewPageTests : IAsyncLifetime
{
    private AlertService service = null!;

    public async ValueTask InitializeAsync() => service = await AlertService.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Page_NothingHappened_SaysSo()
    {
        var page = await service.PageAsync("/review");

        Assert.Contains("No alert began to fire.", page, StringComparison.Ordinal);
        Assert.Contains("Tue 2026-03-10 day", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WatchedSinceToday_ShowsNoShiftsOfBefore()
    {
        await service.Services.GetRequiredService<Stores>().State.Inventory.RememberAsync(
            [new() { Name = new("ag-1", 5051), Id = "S1", State = AgentState.Active, FirstSeen = AlertService.Noon.AddHours(-1), LastSeen = AlertService.Noon }], TestContext.Current.CancellationToken);

        var page = await service.PageAsync("/review");

        Assert.Contains("The cluster is watched since 2026-03-10 11:00", page, StringComparison.Ordinal);
        Assert.Contains("Tue 2026-03-10 day", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Mon 2026-03-09 day", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_APageThatWentAwayByItself_IsInEveryTable()
    {
        await service.RackAsync();
        await service.RackBackAsync();

        var json = (await service.GetAsync("/api/v1/review?from=1d")).Json;
        Assert.Equal(("1", "0", "0", "4"), (Reply.Text(json, "pages"), Reply.Text(json, "nightPages"), Reply.Text(json, "tickets"), Reply.Text(json, "received")));
        Assert.Equal(0.75, json.GetProperty("compressionRatio").GetDouble());
        Assert.InRange(json.GetProperty("timeToPage").GetProperty("medianSeconds").GetDouble(), 45, 47);
        Assert.Equal("rack r1 failed", Reply.Text(json.GetProperty("withoutAction")[0], "cause"));
        var name = json.GetProperty("names")[0];
        Assert.Equal(("NodeDown", "4", "4"), (Reply.Text(name, "name"), Reply.Text(name, "received"), Reply.Text(name, "paged")));
        Assert.Equal(1, json.GetProperty("shifts").EnumerateArray().Sum(s => s.GetProperty("pages").GetInt32()));

        var page = await service.PageAsync("/review?from=1d");
        Assert.Contains("rack r1 failed</a>, over after", page, StringComparison.Ordinal);
        Assert.Contains("75\u00a0% <small>of 4 alerts woke nobody", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=yesterday", "neither a time")]
    [InlineData("from=1d&to=2d", "from has to be before to")]
    [InlineData("from=2020-01-01&to=2021-01-01", "92 days at most")]
    public async Task Review_BadStretch_SaysWhatToWrite(string query, string expected)
    {
        var reply = await service.GetAsync($"/api/v1/review?{query}");

        Assert.Equal(400, reply.Status);
        Assert.Contains(expected, reply.Body, StringComparison.Ordinal);
        Assert.Contains(expected, await service.PageAsync($"/review?{query}"), StringComparison.Ordinal);
    }
}
