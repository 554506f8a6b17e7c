using System.Text.Json;
using Capacity.Core.Alerting.Paging;
using Capacity.Server.Keeping;
using Capacity.Server.Tests.AlertmanagerApi;
using Microsoft.Extensions.DependencyInjection;

namespace Capacity.Server.Tests.Incidents;

/// <summary>Alerts become incidents and notices, and everybody can read why.</summary>
public sealed class IncidentTests : IAsyncLifetime
{
    private AlertService service = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await AlertService.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Post_MachinesOfARack_IsOneIncidentAndOnePage()
    {
        await service.AlertAsync(Rack(4));
        await PassAsync(seconds: 46);

        var incident = await UntilAsync("/api/v1/incidents?state=open", list => list.GetArrayLength() == 1);
        Assert.Equal(("domain", "rack r1 failed", "open", "r1", "4"), (Text(incident[0], "kind"), Text(incident[0], "cause"), Text(incident[0], "state"), Text(incident[0], "rack"), Text(incident[0], "alerts")));
        var detail = (await service.GetAsync($"/api/v1/incidents/{Uri.EscapeDataString(Text(incident[0], "id"))}")).Json;
        Assert.Equal(4, detail.GetProperty("evidence").GetArrayLength());
        Assert.All(detail.GetProperty("evidence").EnumerateArray(), a => Assert.Equal(("paged", "4 machines within 0 s"), (Text(a, "verdict"), Text(a, "reason"))));
        Assert.InRange(detail.GetProperty("confidence").GetProperty("value").GetDouble(), 0.6, 0.99);
        Assert.Contains(detail.GetProperty("timeline").EnumerateArray(), e => Text(e, "text").StartsWith("paged", StringComparison.Ordinal));
        var notice = Assert.Single(await NoticesAsync());
        Assert.Equal((NoticeKind.Page, "r1", 4, 4), (notice.Kind, notice.Rack, notice.HostCount, notice.Evidence.Count));
    }

    [Fact]
    public async Task Post_ThenNothingMore_IsResolvedAndTold()
    {
        await service.AlertAsync(Rack(3));
        await PassAsync(seconds: 46);
        await UntilAsync("/api/v1/incidents?state=open", list => list.GetArrayLength() == 1);
        await service.AlertAsync(Rack(3, ended: true));
        await PassAsync(seconds: 601);

        await UntilAsync("/api/v1/incidents?state=resolved", list => list.GetArrayLength() == 1);
        Assert.Equal([NoticeKind.Page, NoticeKind.Resolve], (await NoticesAsync()).Select(n => n.Kind));
        Assert.Equal([1L, 2L], (await NoticesAsync()).Select(n => n.Sequence));
    }

    [Fact]
    public async Task Post_WhileSilenced_PagesWhenTheSilenceIsOver()
    {
        var id = await service.SilenceAsync("""{ "name": "app", "value": "/shop", "isRegex": false }""");
        await service.AlertAsync(App());
        await PassAsync(seconds: 120);
        var held = await UntilAsync("/api/v1/incidents/held", h => h.GetProperty("silenced").GetInt32() == 1);
        Assert.Equal(0, held.GetProperty("held").GetInt32());
        Assert.Empty(await NoticesAsync());

        await service.SendAsync("DELETE", $"/api/v2/silence/{id}");
        await PassAsync(seconds: 6);
        await UntilAsync("/api/v1/incidents/held", h => h.GetProperty("held").GetInt32() == 1);
        Assert.Empty(await NoticesAsync());
        await PassAsync(seconds: 31);
        await UntilAsync("/api/v1/incidents", list => list.GetArrayLength() == 1);
        Assert.Equal(NoticeKind.Page, Assert.Single(await NoticesAsync()).Kind);
    }

    [Fact]
    public async Task Silence_WhatWasPaged_IsCountedAndSaidWhenItIsOver()
    {
        await service.AlertAsync(App());
        await PassAsync(seconds: 31);
        await UntilAsync("/api/v1/incidents", list => list.GetArrayLength() == 1);
        await service.SilenceAsync("""{ "name": "app", "value": "/shop", "isRegex": false }""", 0, 6000);

        await UntilAsync("/api/v1/incidents", list => Text(list[0], "silenced") == "1" && Text(list[0], "firing") == "0");
        await PassAsync(seconds: 601);
        await UntilAsync("/api/v1/incidents?state=resolved", list => list.GetArrayLength() == 1);
        Assert.Contains("1 alerts are silenced", (await NoticesAsync())[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OnceWithALateEnd_FiresUntilThen()
    {
        await service.AlertAsync(App());
        for (var minute = 0; minute < 40; minute++)
        {
            await PassAsync(seconds: 60);
            await UntilAsync("/api/v1/incidents/held", _ => true);
        }

        var list = (await service.GetAsync("/api/v1/incidents")).Json;
        Assert.Equal(("open", "1"), (Text(list[0], "state"), Text(list[0], "firing")));
    }

    [Fact]
    public async Task Restart_WhileMachinesAreCollected_PagesOnceAndOnTime()
    {
        await service.AlertAsync(Rack(4));
        await PassAsync(seconds: 20);
        await UntilAsync("/api/v1/incidents/held", h => h.GetProperty("held").GetInt32() == 4);
        await service.RestartAsync(TimeSpan.FromSeconds(26));
        await UntilAsync("/api/v1/incidents", list => list.GetArrayLength() == 1);
        await service.RestartAsync(TimeSpan.FromSeconds(5));
        await service.AlertAsync(Rack(4));
        await PassAsync(seconds: 60);
        await UntilAsync("/api/v1/incidents", list => list.GetArrayLength() == 1);

        Assert.Equal(NoticeKind.Page, Assert.Single(await NoticesAsync()).Kind);
    }

    [Fact]
    public async Task Post_WarningsOfOneName_AreOneTicketWithoutAPage()
    {
        await service.AlertAsync([.. Enumerable.Range(0, 30).Select(i => $$"""{"labels":{"alertname":"DiskFillsUp","host":"h{{i}}","severity":"warning"},"endsAt":"2026-03-10T20:00:00Z"}""")]);
        var held = await UntilAsync("/api/v1/incidents/held", h => h.GetProperty("tickets").GetInt32() == 30);

        Assert.Equal("not critical", Text(held.GetProperty("groups")[0], "reason"));
        var notice = Assert.Single(await NoticesAsync());
        Assert.Equal((NoticeKind.Ticket, 30, 20), (notice.Kind, notice.Alerts, notice.Evidence.Count));
    }

    [Theory]
    [InlineData("state=shut", "none of open, resolved, all")]
    [InlineData("kind=zone", "none of condition, app, machine")]
    [InlineData("since=yesterday", "neither a time")]
    [InlineData("take=0", "from 1 to 10000")]
    public async Task Get_BadQuestion_SaysWhatToWrite(string query, string expected)
    {
        var reply = await service.GetAsync($"/api/v1/incidents?{query}");

        Assert.Equal(400, reply.Status);
        Assert.Contains(expected, Text(reply.Json, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Filters_FindTheirIncidents()
    {
        await service.AlertAsync([App(), .. Rack(3)]);
        await PassAsync(seconds: 90);
        await UntilAsync("/api/v1/incidents", list => list.GetArrayLength() == 2);

        Assert.Equal("app", Text(Assert.Single((await service.GetAsync("/api/v1/incidents?kind=app&team=web")).List), "kind"));
        Assert.Equal("domain", Text(Assert.Single((await service.GetAsync("/api/v1/incidents?zone=a&since=1h&paged=true")).List), "kind"));
        Assert.Empty((await service.GetAsync("/api/v1/incidents?zone=b")).List);
        Assert.Single((await service.GetAsync("/api/v1/incidents?take=1&skip=1")).List);
        Assert.Equal(404, (await service.GetAsync("/api/v1/incidents/000099-nothing")).Status);
        Assert.StartsWith("id,kind,cause", (await service.GetAsync("/api/v1/incidents?format=csv")).Body, StringComparison.Ordinal);
    }

    private static string[] Rack(int machines, bool ended = false) =>
    [
        .. Enumerable.Range(0, machines).Select(i => $$"""
            {"labels":{"alertname":"NodeDown","host":"h{{i}}","zone":"a","rack":"r1"},"startsAt":"2026-03-10T12:00:00Z","endsAt":"2026-03-10T{{(ended ? "12:00:01" : "20:00:00")}}Z"}
            """),
    ];

    private static string App() => """{"labels":{"alertname":"SloBudgetBurn","app":"/shop","severity":"critical","team":"web"},"startsAt":"2026-03-10T12:00:00Z","endsAt":"2026-03-10T20:00:00Z"}""";

    private static string Text(JsonElement element, string path) => Reply.Text(element, path);

    /// <summary>Lets time pass, when what was sent before is known to the desk.</summary>
    private async Task PassAsync(int seconds)
    {
        var took = service.Services.GetRequiredService<Server.Incidents.DeskInbox>();
        while (!took.IsEmpty)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);
        }

        service.Clock.Advance(TimeSpan.FromSeconds(seconds));
    }

    private async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        for (; ; )
        {
            if ((await service.GetAsync(path)).Json is var json && isSo(json))
            {
                return json;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }

    private Task<IReadOnlyList<IncidentNotice>> NoticesAsync() => service.Services.GetRequiredService<Stores>().State.Notices.ReadAsync(0, 100, Cancellation);
}
