using System.Text.Json;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>Alerts over HTTP: what is sent, merged, filtered and shown.</summary>
public sealed class AlertApiTests : IAsyncLifetime
{
    private AlertService service = null!;

    public async ValueTask InitializeAsync() => service = await AlertService.StartAsync("{ pathPrefix: /am/x, groupBy: [alertname, zone] }");

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Get_AnAlert_HasEveryFieldAndItsFingerprint()
    {
        var posted = await service.AlertAsync("""{"labels":{"alertname":"CT2","no":""},"annotations":{"e":"","s":"ä <b>&"},"generatorURL":"http://p/g?a=1&b=2","foo":[1,{"labels":2}]}""");

        Assert.Equal((200, null, ""), (posted.Status, posted.ContentType, posted.Body));
        var alert = Assert.Single((await service.GetAsync("/api/v2/alerts")).List);
        Assert.Equal("c056093b48561193", Reply.Text(alert, "fingerprint"));
        Assert.Equal("""{"alertname":"CT2"}""", alert.GetProperty("labels").GetRawText());
        Assert.Equal("""{"e":"","s":"ä <b>&"}""", alert.GetProperty("annotations").GetRawText());
        Assert.Equal("http://p/g?a=1&b=2", Reply.Text(alert, "generatorURL"));
        Assert.Equal("""[{"name":"capacity"}]""", alert.GetProperty("receivers").GetRawText());
        Assert.Equal("""{"inhibitedBy":[],"mutedBy":[],"silencedBy":[],"state":"active"}""", alert.GetProperty("status").GetRawText());
        Assert.Equal(
            ("2026-03-10T12:00:00.000Z", "2026-03-10T12:05:00.000Z", "2026-03-10T12:00:00.000Z"),
            (Reply.Text(alert, "startsAt"), Reply.Text(alert, "endsAt"), Reply.Text(alert, "updatedAt")));
    }

    [Fact]
    public async Task Get_NoAlerts_AreEmptyLists()
    {
        Assert.Equal((200, "application/json", "[]\n"), await PlainAsync("/api/v2/alerts"));
        Assert.Equal((200, "application/json", "[]\n"), await PlainAsync("/api/v2/alerts/groups"));
        Assert.Equal((200, "application/json", "[{\"name\":\"capacity\"}]\n"), await PlainAsync("/api/v2/receivers"));
    }

    [Theory]
    [InlineData("", "A B C")]
    [InlineData("?filter=alertname=A", "A")]
    [InlineData("?filter=alertname=~%22A|B%22&filter=zone=a", "A")]
    [InlineData("?filter=zone!=a", "B C")]
    [InlineData("?filter=zone=%22%22", "C")]
    [InlineData("?filter=zone!=%22%22", "A B")]
    [InlineData("?filter=zone!~%22a|b%22", "C")]
    [InlineData("?filter=%22data%20center%22=north", "C")]
    [InlineData("?active=false", "B")]
    [InlineData("?active=maybe", "B")]
    [InlineData("?silenced=false", "A C")]
    [InlineData("?silenced=false&active=0", "")]
    [InlineData("?silenced=YES&inhibited=false&unprocessed=false", "A B C")]
    [InlineData("?receiver=cap.*", "A B C")]
    [InlineData("?receiver=cap", "")]
    [InlineData("?receiver_matchers=team=%22%22", "A B C")]
    [InlineData("?receiver_matchers=team=x", "")]
    public async Task Get_Filter_FindsThese(string query, string expected)
    {
        await PostThreeAsync();

        Assert.Equal(expected, await service.NamesAsync(query));
    }

    [Theory]
    [InlineData("?filter=%3D%3D", "bad matcher format: ==")]
    [InlineData("?filter={alertname=A}", "unexpected open or close brace: {alertname=A}")]
    [InlineData("?filter=a=~%22[%22", "error parsing regexp: missing closing ]: `[)$`")]
    [InlineData("?receiver=[", "failed to parse receiver param: error parsing regexp: missing closing ]: `[)$`")]
    [InlineData("?receiver_matchers==", "bad matcher format: =")]
    public async Task Get_WrongFilter_SaysWhatIsWrong(string query, string expected)
    {
        foreach (var path in (string[])["alerts", "alerts/groups"])
        {
            var reply = await service.GetAsync($"/api/v2/{path}{query}");

            Assert.Equal((400, "application/json", expected), (reply.Status, reply.ContentType, reply.Json.GetString()));
        }
    }

    [Fact]
    public async Task Get_Groups_AreByTheConfiguredLabels()
    {
        await PostThreeAsync();
        await service.AlertAsync("""{"labels":{"alertname":"A","zone":"a","host":"2"}}""");

        var groups = (await service.GetAsync("/api/v2/alerts/groups")).List;

        Assert.Equal(
            ["""{"alertname":"A","zone":"a"}""", """{"alertname":"B","zone":"b"}""", """{"alertname":"C"}"""],
            groups.Select(g => g.GetProperty("labels").GetRawText()));
        Assert.Equal([2, 1, 1], groups.Select(g => g.GetProperty("alerts").GetArrayLength()));
        Assert.All(groups, g => Assert.Equal(("capacity", "{}"), (Reply.Text(g, "receiver.name"), g.GetProperty("routeLabels").GetRawText())));
        Assert.Equal(2, (await service.GetAsync("/api/v2/alerts/groups?muted=false")).List.Count);
        Assert.Equal(2, (await service.GetAsync("/api/v2/alerts/groups?silenced=false")).List.Count);
    }

    [Fact]
    public async Task Post_FiresEndsAndFiresAgain_IsListedAsLongAsItFires()
    {
        await service.AlertAsync(Alert("X", -60, 240));
        Assert.Equal("X", await service.NamesAsync());
        service.Clock.Advance(TimeSpan.FromSeconds(60));
        await service.AlertAsync(Alert("X", -120, 0));
        Assert.Equal("X", await service.NamesAsync());
        service.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("", await service.NamesAsync());

        await service.AlertAsync(Alert("X", 0, 240));
        Assert.Equal("X", await service.NamesAsync());
        service.Clock.Advance(TimeSpan.FromSeconds(241));
        Assert.Equal("", await service.NamesAsync());
    }

    [Fact]
    public async Task Post_NoEnd_EndsAfterTheTimeout()
    {
        await service.AlertAsync("""{"labels":{"alertname":"X"}}""");
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("X", await service.NamesAsync());
        service.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("", await service.NamesAsync());
    }

    [Fact]
    public async Task Post_OverlappingActivations_AreMerged()
    {
        await service.AlertAsync(Alert("X", -100, 200));
        await service.AlertAsync(Alert("X", -50, 300));

        var alert = Assert.Single((await service.GetAsync("/api/v2/alerts")).List);
        Assert.Equal(("2026-03-10T11:58:20.000Z", "2026-03-10T12:05:00.000Z"), (Reply.Text(alert, "startsAt"), Reply.Text(alert, "endsAt")));
    }

    [Fact]
    public async Task Post_TwoSenders_AreOneAlertWithTheNewestWords()
    {
        await service.AlertAsync("""{"labels":{"alertname":"X","zone":"a"},"annotations":{"s":"1"}}""");
        await service.AlertAsync("""{"labels":{"zone":"a","alertname":"Y","alertname":"X"},"annotations":{"s":"2"}}""");

        Assert.Equal("2", Reply.Text(Assert.Single((await service.GetAsync("/api/v2/alerts")).List), "annotations.s"));
    }

    [Fact]
    public async Task Post_TimesInEveryForm_AreRead()
    {
        await service.AlertAsync(
            """{"labels":{"alertname":"A"},"startsAt":"2026-03-10T11:00:00.123456789Z","endsAt":"2026-03-10T14:00:00+01:00"}""",
            """{"labels":{"alertname":"B"},"startsAt":null,"endsAt":"0001-01-01T00:00:00.000Z"}""",
            """{"labels":{"alertname":"C"},"startsAt":"","endsAt":"2026-03-10 13:00:00"}""",
            """{"labels":{"alertname":"D"},"endsAt":"9999-12-31T23:59:59.999Z"}""");

        var alerts = (await service.GetAsync("/api/v2/alerts")).List.ToDictionary(a => Reply.Text(a, "labels.alertname"));
        Assert.Equal(("2026-03-10T11:00:00.123Z", "2026-03-10T13:00:00.000Z"), Times(alerts["A"]));
        Assert.Equal(("2026-03-10T12:00:00.000Z", "2026-03-10T12:05:00.000Z"), Times(alerts["B"]));
        Assert.Equal(("2026-03-10T13:00:00.000Z", "2026-03-10T13:00:00.000Z"), Times(alerts["C"]));
        Assert.StartsWith("9000-", Times(alerts["D"]).EndsAt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SenderWithASlowClock_IsHeard()
    {
        for (var i = 0; i < 3; i++)
        {
            await service.AlertAsync(Alert("Slow", -600 - (60 * i), -360));
            service.Clock.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Equal("Slow", await service.NamesAsync());
    }

    [Theory]
    [InlineData("/am/x/api/v2/alerts")]
    [InlineData("/api/v2/alerts")]
    public async Task Post_WithAndWithoutPrefix_IsTheSameService(string path)
    {
        Assert.Equal(200, (await service.PostAsync(path, """[{"labels":{"alertname":"P"}}]""")).Status);

        Assert.Equal("P", await service.NamesAsync());
        Assert.Single((await service.GetAsync("/am/x/api/v2/alerts?filter=alertname=P")).List);
    }

    [Theory]
    [InlineData("GET", "/-/healthy", 200, "OK")]
    [InlineData("GET", "/-/ready", 200, "OK")]
    [InlineData("HEAD", "/-/ready", 200, "")]
    [InlineData("GET", "/-/reload", 405, "Method Not Allowed\n")]
    [InlineData("POST", "/-/reload", 200, "")]
    public async Task Operator_Paths_AreAlertmanagers(string method, string path, int status, string body)
    {
        foreach (var prefix in (string[])["", "/am/x"])
        {
            var reply = await service.SendAsync(method, prefix + path);

            Assert.Equal((status, body), (reply.Status, reply.Body));
        }
    }

    [Theory]
    [InlineData("PUT", "/api/v2/alerts", 405, "method PUT is not allowed, but [GET,POST] are")]
    [InlineData("OPTIONS", "/api/v2/silences", 405, "method OPTIONS is not allowed, but [GET,POST] are")]
    [InlineData("GET", "/api/v2/nope", 404, "path /api/v2/nope was not found")]
    [InlineData("GET", "/am/x/api/v2/swagger.json", 404, "path /am/x/api/v2/swagger.json was not found")]
    public async Task Send_WrongPathOrMethod_IsAnErrorInJson(string method, string path, int status, string message)
    {
        var reply = await service.SendAsync(method, path);

        Assert.Equal((status, "application/json", status, message), (reply.Status, reply.ContentType, reply.Json.GetProperty("code").GetInt32(), Reply.Text(reply.Json, "message")));
    }

    [Theory]
    [InlineData("alerts")]
    [InlineData("status")]
    [InlineData("silence/1")]
    public async Task Get_VersionOne_IsGone(string path) => Assert.Equal(410, (await service.GetAsync($"/api/v1/{path}")).Status);

    [Fact]
    public async Task Get_Status_IsWhatClientsNeed()
    {
        var status = (await service.GetAsync("/api/v2/status")).Json;

        Assert.Equal("disabled", Reply.Text(status, "cluster.status"));
        Assert.Equal("0.34.0", Reply.Text(status, "versionInfo.version"));
        Assert.Equal("2026-03-10T12:00:00.000Z", Reply.Text(status, "uptime"));
        Assert.Equal(
            "global:\n  resolve_timeout: 300s\nroute:\n  receiver: capacity\n  group_by:\n  - 'alertname'\n  - 'zone'\n  continue: false\nreceivers:\n- name: capacity\ntemplates: []\n",
            Reply.Text(status, "config.original"));
    }

    [Fact]
    public async Task Metrics_WithPrefix_NameTheVersionAndCountAlerts()
    {
        await PostThreeAsync();
        await service.PostAsync("/api/v2/alerts", """[{"labels":{}}]""");

        var text = (await service.GetAsync("/am/x/metrics")).Body;

        Assert.All(
            [
                "alertmanager_build_info{version=\"0.34.0\"} 1", "alertmanager_alerts{state=\"active\"} 2", "alertmanager_alerts{state=\"suppressed\"} 1",
                "alertmanager_alerts_received_total{status=\"firing\",version=\"v2\"} 3", "alertmanager_alerts_invalid_total{version=\"v2\"} 1",
                "alertmanager_silences{state=\"active\"} 1",
            ],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsRefused()
    {
        using var evil = new StringContent("[]", System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Address, "/api/v2/silences")) { Content = evil };
        request.Headers.Host = "evil.example:80";
        request.Headers.Add("Origin", "http://evil.example");
        using var http = new HttpClient();
        using var reply = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(403, (int)reply.StatusCode);
    }

    private static (string StartsAt, string EndsAt) Times(JsonElement alert) => (Reply.Text(alert, "startsAt"), Reply.Text(alert, "endsAt"));

    private async Task<(int Status, string? ContentType, string Body)> PlainAsync(string path)
    {
        var reply = await service.GetAsync(path);
        return (reply.Status, reply.ContentType, reply.Body);
    }

    private string Alert(string name, double startSeconds, double endSeconds)
    {
        var now = service.Clock.GetUtcNow();
        return $$"""{"labels":{"alertname":"{{name}}"},"startsAt":"{{now.AddSeconds(startSeconds):O}}","endsAt":"{{now.AddSeconds(endSeconds):O}}"}""";
    }

    /// <summary>A and B are in zones and C in none; B is silenced.</summary>
    private async Task PostThreeAsync()
    {
        await service.AlertAsync(
            """{"labels":{"alertname":"A","zone":"a"}}""", """{"labels":{"alertname":"B","zone":"b"}}""", """{"labels":{"alertname":"C","data center":"north"}}""");
        await service.SilenceAsync("""{"name":"zone","value":"b","isRegex":false}""");
    }
}
