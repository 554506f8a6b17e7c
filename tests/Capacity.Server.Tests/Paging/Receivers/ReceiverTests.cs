using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Paging.Delivering;
using Capacity.Server.Configuration;
using Capacity.Server.Paging.Receivers;
using Microsoft.Extensions.Time.Testing;

namespace Capacity.Server.Tests.Paging.Receivers;

/// <summary>What receivers are sent, byte for byte where others prescribe it.</summary>
public sealed class ReceiverTests : IAsyncLifetime
{
    private const string Labels = """{ "alertname": "CapacityIncident", "cluster": "east", "incident": "i1", "kind": "domain", "rack": "b1", "severity": "critical", "team": "web", "zone": "b" }""";

    private readonly FakeTimeProvider clock = new(Messages.Noon.AddHours(1));
    private HttpServer? server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private HttpServer Server => server!;

    public async ValueTask InitializeAsync() => server = await HttpServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task Webhook_Page_IsWhatAlertmanagerPosts()
    {
        var receiver = new WebhookReceiver(Messages.Settings($"type: webhook, url: '{Server.Url}/hook?x=1'", "ann:se:cret"), clock);

        Assert.Equal(new SendOutcome.Taken(), await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation));

        var request = Assert.Single(Server.Requests);
        Assert.Equal(("POST", "/hook?x=1", "application/json", "i1-1-r"), (request.Method, request.Path, request.Headers["Content-Type"], request.Headers["Idempotency-Key"]));
        Assert.Equal($"Basic {Convert.ToBase64String("ann:se:cret"u8)}", request.Headers["Authorization"]);
        const string Annotations = """
            {
                "alerts": "9", "description": "3 machines of rack b1 fail together.", "evidence": "{alertname=\"NodeDown\", host=\"agent-1\"}\n{alertname=\"NodeDown\", host=\"agent-2\"}",
                "firing": "7", "hosts": "agent-1, agent-2, agent-3", "link": "https://capacity.test/incidents/i1", "machines": "3", "summary": "Rack b1 is gone", "worst_severity": "critical"
            }
            """;
        var fingerprint = LabelSet.Create(JsonSerializer.Deserialize<Dictionary<string, string>>(Labels)!).Fingerprint;
        AssertJson(
            $$"""
            {
                "receiver": "r", "status": "firing",
                "alerts": [{
                    "status": "firing", "labels": {{Labels}}, "annotations": {{Annotations}},
                    "startsAt": "2026-03-10T12:00:00Z", "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "https://capacity.test/incidents/i1", "fingerprint": "{{fingerprint}}"
                }],
                "groupLabels": { "incident": "i1" }, "commonLabels": {{Labels}}, "commonAnnotations": {{Annotations}},
                "externalURL": "https://capacity.test", "version": "4", "groupKey": "{}:{incident=\"i1\"}", "truncatedAlerts": 0, "idempotencyKey": "i1-1-r"
            }
            """,
            request.Body);
    }

    [Fact]
    public async Task Webhook_Resolve_IsTheSameAlertEnded()
    {
        var receiver = new WebhookReceiver(Messages.Settings($"type: webhook, url: '{Server.Url}'"), clock);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Resolve), Cancellation);
        await receiver.SendAsync(Messages.Digest(60), Cancellation);

        var (page, over, digest) = (Server.Requests[0].Json, Server.Requests[1].Json, Server.Requests[2].Json);
        Assert.Equal(("resolved", "resolved", "2026-03-10T12:09:00Z"), (Text(over, "status"), Text(over.GetProperty("alerts")[0], "status"), Text(over.GetProperty("alerts")[0], "endsAt")));
        Assert.Equal(Text(page.GetProperty("alerts")[0], "fingerprint"), Text(over.GetProperty("alerts")[0], "fingerprint"));
        Assert.Equal((50, 10, "firing"), (digest.GetProperty("alerts").GetArrayLength(), digest.GetProperty("truncatedAlerts").GetInt32(), Text(digest, "status")));
    }

    [Fact]
    public async Task Webhook_KeyThatIsNoHeader_IsEscapedThereAndWholeInTheBody()
    {
        var message = Messages.Of(DeliveryAction.Page);

        Assert.IsType<SendOutcome.Taken>(await Webhook(Server.Url).SendAsync(message with { Delivery = message.Delivery with { Key = "ä\n-1-r" } }, Cancellation));

        var request = Assert.Single(Server.Requests);
        Assert.Equal(("%C3%A4%0A-1-r", "ä\n-1-r"), (request.Headers["Idempotency-Key"], Text(request.Json, "idempotencyKey")));
    }

    [Fact]
    public async Task PagerDuty_AllActions_AreEventsOfOneIncident()
    {
        var receiver = new PagerDutyReceiver(Messages.Settings($"type: pagerDuty, url: '{Server.Url}/v2/enqueue'", "KEY"), clock);
        foreach (var action in (DeliveryAction[])[DeliveryAction.Page, DeliveryAction.Acknowledge, DeliveryAction.Resolve])
        {
            Assert.IsType<SendOutcome.Taken>(await receiver.SendAsync(Messages.Of(action), Cancellation));
        }

        AssertJson(
            """
            {
                "routing_key": "KEY", "dedup_key": "i1", "event_action": "trigger", "client": "Capacity", "client_url": "https://capacity.test/incidents/i1",
                "links": [{ "href": "https://capacity.test/incidents/i1", "text": "Incident" }],
                "payload": {
                    "summary": "[east] Rack b1 is gone", "source": "east", "severity": "critical", "timestamp": "2026-03-10T12:00:00Z", "component": "b1", "group": "east", "class": "domain",
                    "custom_details": {
                        "alerts": "9", "evidence": "{alertname=\"NodeDown\", host=\"agent-1\"}\n{alertname=\"NodeDown\", host=\"agent-2\"}", "firing": "7", "hosts": "agent-1, agent-2, agent-3",
                        "machines": "3", "reason": "3 machines of rack b1 fail together.", "team": "web",
                        "text": "3 machines of rack b1 fail together.\nSeverity critical, since 2026-03-10 12:00:00 UTC; 7 of 9 alerts fire.\nWhere: zone b, rack b1\nMachines: agent-1, agent-2, agent-3\nTeam: web\nAlert: {alertname=\"NodeDown\", host=\"agent-1\"}\nAlert: {alertname=\"NodeDown\", host=\"agent-2\"}",
                        "zone": "b"
                    }
                }
            }
            """,
            Server.Requests[0].Body);
        Assert.Equal(["trigger", "acknowledge", "resolve"], Server.Requests.Select(r => Text(r.Json, "event_action")));
        Assert.All(Server.Requests, r => Assert.Equal("i1", Text(r.Json, "dedup_key")));
        Assert.False(Server.Requests[2].Json.TryGetProperty("payload", out _));
    }

    [Fact]
    public async Task PagerDuty_HugeEvidence_StaysBelowTheLimit()
    {
        var receiver = new PagerDutyReceiver(Messages.Settings($"type: pagerDuty, url: '{Server.Url}'", "KEY"), clock);
        var large = LabelSet.Create(Enumerable.Range(0, 64).Select(i => KeyValuePair.Create($"label{i}", new string('ä', 1000))));

        await receiver.SendAsync(Messages.Of(DeliveryAction.Page, n => n with { Cause = string.Concat(Enumerable.Repeat("🔥", 3000)), Evidence = [.. Enumerable.Repeat(large, 20)] }), Cancellation);

        var body = Assert.Single(Server.Requests).Body;
        Assert.InRange(Encoding.UTF8.GetByteCount(body), 1000, 512 * 1024);
        Assert.Equal(1024, Text(Server.Requests[0].Json.GetProperty("payload"), "summary").EnumerateRunes().Count());
    }

    [Fact]
    public async Task Opsgenie_AllActions_AreOneAlias()
    {
        var receiver = new OpsgenieReceiver(Messages.Settings($"type: opsgenie, url: '{Server.Url}/'", "KEY"), clock);
        Server.Answer = HttpServer.Says(202, """{"result":"Request will be processed"}""");
        await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Acknowledge, text: "on it"), Cancellation);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Note, text: "no power"), Cancellation);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Update), Cancellation);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Resolve), Cancellation);

        Assert.Equal(
            ["/v2/alerts", "/v2/alerts/i1/acknowledge?identifierType=alias", "/v2/alerts/i1/notes?identifierType=alias", "/v2/alerts/i1/notes?identifierType=alias", "/v2/alerts/i1/close?identifierType=alias"],
            Server.Requests.Select(r => r.Path));
        Assert.All(Server.Requests, r => Assert.Equal("GenieKey KEY", r.Headers["Authorization"]));
        var alert = Server.Requests[0].Json;
        Assert.Equal(("[east] Rack b1 is gone", "i1", "P1", "b1"), (Text(alert, "message"), Text(alert, "alias"), Text(alert, "priority"), Text(alert, "entity")));
        Assert.Equal(("ann", "ann on [east] Rack b1 is gone\nno power"), (Text(Server.Requests[2].Json, "user"), Text(Server.Requests[2].Json, "note")));
    }

    [Fact]
    public async Task Slack_Webhook_IsAMessageByItself()
    {
        var receiver = new SlackReceiver(Messages.Settings("type: slack", $"{Server.Url}/services/T/B/x"), clock);
        Server.Answer = HttpServer.Says(200, "ok");

        Assert.Equal(new SendOutcome.Taken(), await receiver.SendAsync(Messages.Of(DeliveryAction.Page, n => n with { Cause = "a < b & c", Reason = "r", Evidence = [] }), Cancellation));
        await receiver.SendAsync(Messages.Of(DeliveryAction.Resolve, receipt: "1.2"), Cancellation);

        AssertJson(
            """
            {
                "text": "[east] a &lt; b &amp; c",
                "blocks": [
                    { "type": "header", "text": { "type": "plain_text", "text": "🔴 [east] a < b & c" } },
                    { "type": "section", "text": { "type": "mrkdwn", "text": "r\nSeverity critical, since 2026-03-10 12:00:00 UTC; 7 of 9 alerts fire.\nWhere: zone b, rack b1\nMachines: agent-1, agent-2, agent-3\nTeam: web" } },
                    { "type": "context", "elements": [{ "type": "mrkdwn", "text": "<https://capacity.test/incidents/i1|Incident i1>" }] }
                ]
            }
            """,
            Server.Requests[0].Body);
        Assert.Equal("/services/T/B/x", Server.Requests[0].Path);
        Assert.False(Server.Requests[1].Json.TryGetProperty("thread_ts", out _));
    }

    [Fact]
    public async Task Slack_Bot_AnswersBelowTheFirstMessage()
    {
        var receiver = new SlackReceiver(Messages.Settings($"type: slack, channel: C1, url: '{Server.Url}/api/chat.postMessage'", "xoxb-1"), clock);
        Server.Answer = HttpServer.Says(200, """{"ok":true,"channel":"C1","ts":"1503435956.000247"}""");
        Assert.Equal(new SendOutcome.Taken("1503435956.000247"), await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation));
        await receiver.SendAsync(Messages.Of(DeliveryAction.Resolve, receipt: "1503435956.000247"), Cancellation);

        var over = Server.Requests[1];
        Assert.Equal(("Bearer xoxb-1", "C1", "1503435956.000247"), (over.Headers["Authorization"], Text(over.Json, "channel"), Text(over.Json, "thread_ts")));
        Assert.True(over.Json.GetProperty("reply_broadcast").GetBoolean());

        Server.Answer = HttpServer.Says(200, """{"ok":false,"error":"channel_not_found"}""");
        Assert.Equal(new SendOutcome.Refused("channel_not_found"), await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation));
        Server.Answer = HttpServer.Says(200, """{"ok":false,"error":"internal_error"}""");
        Assert.Equal(new SendOutcome.Failed("internal_error"), await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation));
    }

    [Fact]
    public async Task Alertmanager_Incident_IsOneAlertThatIsSentAgainAndEnds()
    {
        using var receiver = new AlertmanagerReceiver(Messages.Settings($"type: alertmanager, url: '{Server.Url}/am', resendInterval: 30s, watchdog: true"), clock);
        var ticketed = Messages.Of(DeliveryAction.Ticket);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Page), Cancellation);
        await receiver.RepeatAsync([Messages.Of(DeliveryAction.Update)], "east", new("https://capacity.test/"), Cancellation);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Resolve), Cancellation);
        await receiver.SendAsync(Messages.Of(DeliveryAction.Page) with { Ticketed = ticketed.Notice }, Cancellation);

        Assert.All(Server.Requests, r => Assert.Equal("/am/api/v2/alerts", r.Path));
        var (page, again, over, raised) = (Server.Requests[0].Json, Server.Requests[1].Json, Server.Requests[2].Json, Server.Requests[3].Json);
        AssertJson(Labels, page[0].GetProperty("labels").GetRawText());
        Assert.Equal(("2026-03-10T12:00:00Z", "2026-03-10T13:02:00Z"), (Text(page[0], "startsAt"), Text(page[0], "endsAt")));
        AssertJson(Labels, again[0].GetProperty("labels").GetRawText());
        Assert.Equal(("Watchdog", "none"), (Text(again[1].GetProperty("labels"), "alertname"), Text(again[1].GetProperty("labels"), "severity")));
        AssertJson(Labels, over[0].GetProperty("labels").GetRawText());
        Assert.Equal("2026-03-10T12:09:00Z", Text(over[0], "endsAt"));
        Assert.Equal(["critical 2026-03-10T13:02:00Z", "warning 2026-03-10T12:00:00Z"], raised.EnumerateArray().Select(a => $"{Text(a.GetProperty("labels"), "severity")} {Text(a, "endsAt")}"));
    }

    [Theory]
    [InlineData(500, "", "HTTP 500", false)]
    [InlineData(400, "{\"message\":\n\"bad  key\"}", "HTTP 400: {\"message\": \"bad key\"}", true)]
    [InlineData(404, "", "HTTP 404", true)]
    [InlineData(408, "", "HTTP 408", false)]
    [InlineData(301, "", "HTTP 301: it has moved; write its new address into the configuration", true)]
    public async Task Send_Status_SaysWhetherToTryAgain(int status, string body, string reason, bool isFinal)
    {
        Server.Answer = HttpServer.Says(status, body);

        Assert.Equal(isFinal ? new SendOutcome.Refused(reason) : new SendOutcome.Failed(reason), await Webhook(Server.Url).SendAsync(Messages.Of(DeliveryAction.Page), Cancellation));
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Tue, 10 Mar 2026 13:01:00 GMT", 60)]
    [InlineData("99999", 3600)]
    [InlineData("soon", null)]
    public async Task Send_TooMany_SaysHowLongToWait(string header, int? seconds)
    {
        Server.Answer = HttpServer.Says(429, retryAfter: header);

        var failed = Assert.IsType<SendOutcome.Failed>(await Webhook(Server.Url).SendAsync(Messages.Of(DeliveryAction.Page), Cancellation));

        Assert.Equal((seconds, false), ((int?)failed.RetryAfter?.TotalSeconds, failed.IsUncertain));
    }

    [Fact]
    public async Task Send_NobodyListens_CertainlyDidNotArrive()
    {
        var failed = Assert.IsType<SendOutcome.Failed>(await Webhook("http://127.0.0.1:1").SendAsync(Messages.Of(DeliveryAction.Page), Cancellation));

        Assert.False(failed.IsUncertain);
        Assert.Contains("refused", failed.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Send_Hangs_IsGivenUpAfterItsTimeAndMayHaveArrived()
    {
        var asked = new TaskCompletionSource();
        Server.Answer = async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };

        var sending = Webhook(Server.Url).SendAsync(Messages.Of(DeliveryAction.Page), Cancellation);
        await asked.Task.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new SendOutcome.Failed("no answer within 10 s") { IsUncertain = true }, await sending);
    }

    [Fact]
    public async Task Send_EndlessAnswer_IsNotReadToItsEnd()
    {
        Server.Answer = async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[4096], context.RequestAborted);
            }
        };

        Assert.IsType<SendOutcome.Taken>(await Webhook(Server.Url).SendAsync(Messages.Of(DeliveryAction.Page), Cancellation));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected\n{JsonNode.Parse(expected)}\nand got\n{JsonNode.Parse(actual)}");

    private WebhookReceiver Webhook(string url) => new(new ReceiverSettings("r", ReceiverType.Webhook) { Address = new(url) }, clock);
}
