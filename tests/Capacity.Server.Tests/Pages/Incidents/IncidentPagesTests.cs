using Capacity.Server.Tests.AlertmanagerApi;
using Capacity.Server.Tests.Pages.Alerts;

namespace Capacity.Server.Tests.Pages.Incidents;

/// <summary>What somebody who was just woken reads.</summary>
public sealed class IncidentPagesTests : IAsyncLifetime
{
    private AlertService service = null!;

    public async ValueTask InitializeAsync() => service = await AlertService.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task List_NothingHappened_SaysSo()
    {
        var page = await service.PageAsync("/incidents");

        Assert.Contains("Nothing needs anybody now.", page, StringComparison.Ordinal);
        Assert.Contains("Nothing that fires is held back", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ARackFailed_NamesTheCauseAndWhatFires()
    {
        var id = await service.RackAsync();

        var page = await service.PageAsync("/incidents");

        Assert.Contains($"<a href=\"/incidents/{Uri.EscapeDataString(id)}\">rack r1 failed</a>", page, StringComparison.Ordinal);
        Assert.Contains("1 page open", page, StringComparison.Ordinal);
        Assert.Contains("4 of 4 alerts fire", page, StringComparison.Ordinal);
        Assert.Contains("nobody has it", page, StringComparison.Ordinal);
        Assert.Contains("zone a, rack r1 · 4 machines", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_ARackFailed_HasItAtTheTop()
    {
        await service.RackAsync();

        var page = await service.PageAsync("/");

        Assert.InRange(page.IndexOf("rack r1 failed", StringComparison.Ordinal), 1, page.IndexOf("Nothing is known of the cluster yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_WhatWaits_IsShownWithWhyAndUntilWhen()
    {
        await service.AlertAsync("""{"labels":{"alertname":"NodeDown","host":"h9","zone":"b"},"endsAt":"2026-03-10T20:00:00Z"}""", """{"labels":{"alertname":"DiskFillsUp","host":"h1","severity":"warning"},"endsAt":"2026-03-10T20:00:00Z"}""");
        await service.PassAsync(TimeSpan.FromSeconds(1));
        await Storms.UntilAsync(async () => (await service.GetAsync("/api/v1/incidents/held")).Json.GetProperty("groups").GetArrayLength() >= 2);

        var page = await service.PageAsync("/incidents");

        Assert.Contains("for working hours, so nobody was paged", page, StringComparison.Ordinal);
        Assert.Contains("not critical", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AnIncident_SaysWhyAndWhatItStandsOn()
    {
        var id = await service.RackAsync();

        var page = await service.PageAsync($"/incidents/{Uri.EscapeDataString(id)}");

        foreach (var expected in (string[])["<h1>rack r1 failed</h1>", "machines of one place", "paged at 2026-03-10 12:00", "Why this cause", "4 machines do not answer at all", "Timeline", "Why: 4 machines within 0 s", "host=<b>h3</b>"])
        {
            Assert.Contains(expected, page, StringComparison.Ordinal);
        }

        Assert.Contains("/silences/new?matchers=alertname%3D%22NodeDown%22%2C%20rack%3D%22r1%22%2C%20zone%3D%22a%22&comment=rack%20r1%20failed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OneThatIsOver_SaysHowLongItTook()
    {
        var id = await service.RackAsync();
        await service.RackBackAsync();

        Assert.Contains("paged, over", await service.PageAsync($"/incidents/{Uri.EscapeDataString(id)}"), StringComparison.Ordinal);
        Assert.Contains("Nothing needs anybody now.", await service.PageAsync("/incidents"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NoSuchIncident_IsNotFoundAndSaysSo()
    {
        var reply = await service.GetAsync("/incidents/000099-nothing");

        Assert.Equal(404, reply.Status);
        Assert.Contains("There is no incident", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_TakeItOn_IsNotedInSomebodysName()
    {
        var id = Uri.EscapeDataString(await service.RackAsync());

        var reply = await service.SendFormAsync($"/incidents/{id}", $"/incidents/{id}/note", ("by", "ann"), ("text", "on my way"), ("act", "acknowledge"));
        Assert.Equal(200, reply.Status);
        Assert.Contains("<b>ann has it</b>", reply.Body, StringComparison.Ordinal);
        Assert.Contains("on my way", reply.Body, StringComparison.Ordinal);
        Assert.Contains("ann has it", await service.PageAsync("/incidents"), StringComparison.Ordinal);

        var noted = await service.SendFormAsync($"/incidents/{id}", $"/incidents/{id}/note", ("by", "bob"), ("text", "power is back"), ("act", "comment"));
        Assert.Contains("power is back", noted.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x", "acknowledge")]
    [InlineData("ann", "", "comment")]
    public async Task Form_SaysNothing_IsRefused(string by, string text, string act)
    {
        var id = Uri.EscapeDataString(await service.RackAsync());

        Assert.Equal(400, (await service.SendFormAsync($"/incidents/{id}", $"/incidents/{id}/note", ("by", by), ("text", text), ("act", act))).Status);
    }

    [Fact]
    public async Task Form_SentByAnotherSite_IsRefused()
    {
        var id = Uri.EscapeDataString(await service.RackAsync());

        Assert.Equal(400, (await service.SendForeignFormAsync($"/incidents/{id}/note", ("by", "ann"), ("text", ""), ("act", "acknowledge"))).Status);
    }
}
