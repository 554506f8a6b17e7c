using Capacity.Server.Tests.AlertmanagerApi;

namespace Capacity.Server.Tests.Pages.Alerts;

public sealed class AlertsPageTests : IAsyncLifetime
{
    private AlertService service = null!;

    public async ValueTask InitializeAsync() => service = await AlertService.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Page_NothingFires_SaysWhereAlertsComeFrom() =>
        Assert.Contains("Nothing fires. Alerts come from Prometheus", await service.PageAsync("/alerts"), StringComparison.Ordinal);

    [Fact]
    public async Task Page_Alerts_AreGroupedWithWhatIsSilencedLast()
    {
        await SendAsync();
        await service.SilenceAsync("""{"name":"alertname","value":"NodeDown","isRegex":false}""");

        var page = await service.PageAsync("/alerts");

        Assert.Contains("3 alerts fire · <a href=\"/alerts?state=active\">1 active</a> · <a href=\"/alerts?state=silenced\">2 silenced</a>", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("alertname=<b>DiskFull", StringComparison.Ordinal) < page.IndexOf("alertname=<b>NodeDown", StringComparison.Ordinal));
        Assert.Contains(">silenced</a> by me until 2026-03-10 13:00", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Alerts_TheWorstComeFirst()
    {
        await service.AlertAsync(
            """{"labels":{"alertname":"ZoneFull","zone":"a","severity":"info"}}""",
            """{"labels":{"alertname":"ZoneFull","zone":"b","severity":"info"}}""",
            """{"labels":{"alertname":"DiskFull","host":"ag-3","severity":"warning"}}""",
            """{"labels":{"alertname":"NoLeader","severity":"page"}}""");

        var page = await service.PageAsync("/alerts");

        Assert.Equal(["NoLeader", "DiskFull", "ZoneFull"], ((string[])["DiskFull", "NoLeader", "ZoneFull"]).OrderBy(n => page.IndexOf($"alertname=<b>{n}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("?filter=zone%3Da", "2 of 3", "DiskFull")]
    [InlineData("?filter=DiskFull", "1 of 3", "NodeDown")]
    [InlineData("?state=silenced", "0 of 3", "NodeDown")]
    [InlineData("?filter=zone%3Da&group=host", "host=<b>ag-2", "DiskFull")]
    public async Task Page_Filtered_HasTheOthersNot(string query, string has, string hasNot)
    {
        await SendAsync();

        var page = await service.PageAsync($"/alerts{query}");

        Assert.Contains(has, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"<b>{hasNot}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FilterThatIsNone_SaysHowToWriteOne() =>
        Assert.Contains("write one word for an alert’s name", await service.PageAsync("/alerts?filter=zone%3D~%5B"), StringComparison.Ordinal);

    [Fact]
    public async Task Page_ManyAlerts_ShowsSomeOfEachGroupAndSaysHowManyMore()
    {
        await service.AlertAsync([.. Enumerable.Range(0, 130).Select(i => $$$"""{"labels":{"alertname":"A{{{i % 2}}}","host":"h{{{i}}}"}}""")]);

        var page = await service.PageAsync("/alerts");

        Assert.Contains("And 45 more: <a href=\"/alerts?filter=alertname%3D%22A0%22\">these alone</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("more:", await service.PageAsync("/alerts?filter=alertname%3D%22A0%22"), StringComparison.Ordinal);
    }

    private Task<Reply> SendAsync() => service.AlertAsync(
        """{"labels":{"alertname":"NodeDown","zone":"a","host":"ag-1"}}""",
        """{"labels":{"alertname":"NodeDown","zone":"a","host":"ag-2"}}""",
        """{"labels":{"alertname":"DiskFull","zone":"b","host":"ag-3"}}""");
}
