using System.Text.Json;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>Silences over HTTP: made, changed, ended, and felt at once.</summary>
public sealed class SilenceApiTests : IAsyncLifetime
{
    private const string ZoneA = """{"name":"zone","value":"a","isRegex":false}""";
    private AlertService service = null!;

    public async ValueTask InitializeAsync() => service = await AlertService.StartAsync();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Post_ASilence_IsFeltAtOnceAndUntilItsEnd()
    {
        await service.AlertAsync("""{"labels":{"alertname":"A","zone":"a"},"endsAt":"2026-03-10T20:00:00Z"}""", """{"labels":{"alertname":"B","zone":"b"}}""");
        var id = await service.SilenceAsync(ZoneA);

        var alert = (await service.GetAsync("/api/v2/alerts?filter=zone=a")).List[0];
        Assert.Equal($$"""{"inhibitedBy":[],"mutedBy":[],"silencedBy":["{{id}}"],"state":"suppressed"}""", alert.GetProperty("status").GetRawText());
        Assert.Equal("B", await service.NamesAsync("?silenced=false"));
        service.Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal("A", await service.NamesAsync("?active=false"));
        service.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("", await service.NamesAsync("?active=false"));
    }

    [Fact]
    public async Task Delete_ASilence_IsFeltAtOnceAndAgainDoesNothing()
    {
        await service.AlertAsync("""{"labels":{"alertname":"A","zone":"a"}}""");
        var id = await service.SilenceAsync(ZoneA);
        service.Clock.Advance(TimeSpan.FromSeconds(1));

        foreach (var unused in (int[])[1, 2])
        {
            var reply = await service.SendAsync("DELETE", $"/api/v2/silence/{id}");
            Assert.Equal((200, null, ""), (reply.Status, reply.ContentType, reply.Body));
        }

        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("A", await service.NamesAsync("?silenced=false"));
        Assert.Equal("expired", Reply.Text((await service.GetAsync($"/api/v2/silence/{id}")).Json, "status.state"));
    }

    [Fact]
    public async Task Get_ASilence_HasEveryField()
    {
        var body = """
            { "matchers": [{"name":"data center","value":"n.*","isRegex":true,"isEqual":false},{"name":"zone","value":"a","isRegex":false}], "startsAt": "2026-03-10T11:00:00Z",
              "endsAt": "2026-03-10T13:00:00Z", "createdBy": "me", "comment": "", "annotations": {"ticket":"T-1"} }
            """;
        var id = Reply.Text((await service.PostAsync("/api/v2/silences", body)).Json, "silenceID");

        Assert.Equal(
            $$"""{"id":"{{id}}","status":{"state":"active"},"updatedAt":"2026-03-10T12:00:00.000Z","annotations":{"ticket":"T-1"},"comment":"","createdBy":"me","endsAt":"2026-03-10T13:00:00.000Z","matchers":[{"isEqual":false,"isRegex":true,"name":"data center","value":"n.*"},{"isEqual":true,"isRegex":false,"name":"zone","value":"a"}],"startsAt":"2026-03-10T12:00:00.000Z"}""" + "\n",
            (await service.GetAsync($"/api/v2/silence/{id}")).Body);
    }

    [Fact]
    public async Task Get_Silences_AreInOrderAndFiltered()
    {
        var later = await service.SilenceAsync(ZoneA, startMinutes: 10);
        var second = await service.SilenceAsync(ZoneA, endMinutes: 40);
        var first = await service.SilenceAsync("""{"name":"zone","value":"a","isRegex":true}""", endMinutes: 30);
        var over = await service.SilenceAsync(ZoneA, endMinutes: 1);
        service.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal([first, second, later, over], await IdsAsync(""));
        Assert.Equal([second, later, over], await IdsAsync("?filter=zone=a"));
        Assert.Equal([first], await IdsAsync("?filter=zone=~a"));
        Assert.Empty(await IdsAsync("?filter=zone=a&filter=host=b"));
        Assert.Equal([first, second], await IdsAsync("?pending=false&expired=false"));
        Assert.Equal([later], await IdsAsync("?active=false&expired=false"));
        Assert.Equal(400, (await service.GetAsync("/api/v2/silences?filter==")).Status);
    }

    [Fact]
    public async Task Preview_OfMatchers_SaysWhatWouldBeQuiet()
    {
        await service.AlertAsync(
            """{"labels":{"alertname":"A","zone":"a"}}""", """{"labels":{"alertname":"A","zone":"a","host":"1"}}""", """{"labels":{"alertname":"B","zone":"b"}}""");
        await service.SilenceAsync("""{"name":"host","value":"1","isRegex":false}""");

        var some = (await service.GetAsync("/api/v1/silences/preview?matcher=zone=a&matcher=alertname=~A|C")).Json;
        var all = (await service.GetAsync("/api/v1/silences/preview?matcher=zone=~.%2B")).Json;

        Assert.Equal("""{"firing":3,"matched":2,"notSilencedYet":1,"isEverything":false,"byName":{"A":2}""", some.GetRawText()[..some.GetRawText().IndexOf(",\"sample", StringComparison.Ordinal)]);
        Assert.Equal(2, some.GetProperty("sample").GetArrayLength());
        Assert.True(all.GetProperty("isEverything").GetBoolean());
        Assert.Equal(400, (await service.GetAsync("/api/v1/silences/preview")).Status);
        Assert.Equal(400, (await service.GetAsync("/api/v1/silences/preview?matcher==")).Status);
    }

    [Fact]
    public async Task Post_WithAnId_ChangesItOrReplacesIt()
    {
        var id = await service.SilenceAsync(ZoneA);

        var longer = await PostAsync(id, ZoneA, 0, 120);
        var other = await PostAsync(id, """{"name":"zone","value":"b","isRegex":false}""", 0, 120);

        Assert.Equal(id, longer);
        Assert.NotEqual(id, other);
        Assert.Equal("2026-03-10T12:00:00.000Z", Reply.Text((await service.GetAsync($"/api/v2/silence/{id}")).Json, "endsAt"));
        Assert.Equal("active", Reply.Text((await service.GetAsync($"/api/v2/silence/{other}")).Json, "status.state"));
    }

    [Theory]
    [InlineData("", 422, "silence in body is required")]
    [InlineData("[]", 400, "parsing silence body from \"\" failed, because json: cannot unmarshal array into Go value of type models.PostableSilence")]
    [InlineData("{", 400, null)]
    [InlineData("{}", 422, "comment in body is required")]
    [InlineData("""{"comment":1}""", 400, "parsing silence body from \"\" failed, because json: cannot unmarshal number into Go struct field Silence.comment of type string")]
    [InlineData("""{"comment":"","createdBy":"","endsAt":"2027-01-01T00:00:00Z","startsAt":"2026-01-01T00:00:00Z"}""", 422, "matchers in body is required")]
    [InlineData("""{"comment":"","createdBy":"","endsAt":"2027-01-01T00:00:00Z","startsAt":"2026-01-01T00:00:00Z","matchers":[]}""", 422, "matchers in body should have at least 1 items")]
    [InlineData("""{"comment":"","createdBy":"","endsAt":"2027-01-01T00:00:00Z","startsAt":"2026-01-01T00:00:00Z","matchers":[{"name":"a","value":"b"}]}""", 422, "matchers.0.isRegex in body is required")]
    [InlineData("""{"comment":"","createdBy":"","endsAt":"never","startsAt":"2026-01-01T00:00:00Z"}""", 400, null)]
    public async Task Post_NoSilence_SaysWhy(string body, int status, string? message)
    {
        var reply = await service.PostAsync("/api/v2/silences", body);

        Assert.Equal((status, "application/json"), (reply.Status, reply.ContentType));
        Assert.Equal(message ?? Reply.Text(reply.Json, "message"), Reply.Text(reply.Json, "message"));
        Assert.Equal("[]\n", (await service.GetAsync("/api/v2/silences")).Body);
    }

    [Theory]
    [InlineData("""{"name":"zone","value":".*","isRegex":true}""", 0, 60, 400, "invalid silence: at least one matcher must not match the empty string")]
    [InlineData("""{"name":"zone","value":"[","isRegex":true}""", 0, 60, 400, "invalid silence: invalid label matcher 0: invalid regular expression \"[\": error parsing regexp: missing closing ]: `[`")]
    [InlineData("""{"name":"","value":"x","isRegex":false}""", 0, 60, 400, "invalid silence: invalid label matcher 0: invalid label name \"\"")]
    [InlineData(ZoneA, -60, -10, 400, "Failed to create silence: end time can't be in the past")]
    [InlineData(ZoneA, 60, 10, 400, "Failed to create silence: start time must be before end time")]
    public async Task Post_WrongSilence_SaysWhy(string matcher, double start, double end, int status, string message)
    {
        var reply = await service.PostAsync("/api/v2/silences", service.Silence(matcher, start, end));

        Assert.Equal((status, message), (reply.Status, reply.Json.GetString()));
    }

    [Fact]
    public async Task Send_UnknownIds_AreNotFound()
    {
        const string Unknown = "11111111-1111-4111-8111-111111111111";

        Assert.Equal((404, "\"silence not found\"\n"), await PlainAsync("POST", "/api/v2/silences", service.Silence(ZoneA, 0, 60).Replace("{ \"matchers\"", $$"""{ "id": "{{Unknown}}", "matchers" """.TrimEnd(), StringComparison.Ordinal)));
        Assert.Equal((404, ""), await PlainAsync("GET", $"/api/v2/silence/{Unknown}"));
        Assert.Equal((404, ""), await PlainAsync("DELETE", $"/api/v2/silence/{Unknown}"));
        Assert.Equal((422, "{\"code\":601,\"message\":\"silenceID in path must be of type uuid: \\\"nope\\\"\"}"), await PlainAsync("GET", "/api/v2/silence/nope"));
        Assert.Equal(422, (await service.SendAsync("DELETE", "/api/v2/silence/nope")).Status);
    }

    [Fact]
    public async Task Restart_AlertsAndSilences_AreThereAndNothingEndsBeforeItCouldBeSentAgain()
    {
        var id = await service.SilenceAsync(ZoneA);
        await service.AlertAsync(
            """{"labels":{"alertname":"A","zone":"a","ä":"ö"},"annotations":{"s":"x","e":""},"generatorURL":"http://p/","startsAt":"2026-03-10T11:00:00Z","endsAt":"2026-03-10T12:04:00Z"}""",
            """{"labels":{"alertname":"B"},"endsAt":"2026-03-10T12:01:00Z"}""");
        await service.AlertAsync("""{"labels":{"alertname":"B"},"endsAt":"2026-03-10T11:59:00Z"}""");
        var before = (await service.GetAsync("/api/v2/alerts?filter=zone=a")).List[0];

        await service.RestartAsync(TimeSpan.FromMinutes(20));

        var after = Assert.Single((await service.GetAsync("/api/v2/alerts")).List);
        foreach (var same in (string[])["annotations", "fingerprint", "generatorURL", "labels", "startsAt", "status", "updatedAt"])
        {
            Assert.Equal(before.GetProperty(same).GetRawText(), after.GetProperty(same).GetRawText());
        }

        Assert.Equal("2026-03-10T12:25:00.000Z", Reply.Text(after, "endsAt"));
        Assert.Equal(id, Reply.Text((await service.GetAsync("/api/v2/silences")).List[0], "id"));
        Assert.False(Assert.Single(service.Keeper.Board.All, a => a.Labels["alertname"] == "B").IsFiring);
        service.Clock.Advance(TimeSpan.FromMinutes(6));
        await service.Keeper.PassAsync(TestContext.Current.CancellationToken);
        await service.RestartAsync();
        Assert.Equal("[]\n", (await service.GetAsync("/api/v2/alerts")).Body);
    }

    private async Task<List<string>> IdsAsync(string query) => [.. (await service.GetAsync($"/api/v2/silences{query}")).List.Select(s => Reply.Text(s, "id"))];

    private async Task<string> PostAsync(string id, string matcher, double start, double end)
    {
        var body = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(service.Silence(matcher, start, end))!;
        body["id"] = JsonSerializer.SerializeToElement(id);
        return Reply.Text((await service.PostAsync("/api/v2/silences", JsonSerializer.Serialize(body))).Json, "silenceID");
    }

    private async Task<(int Status, string Body)> PlainAsync(string method, string path, string? body = null)
    {
        var reply = body is null ? await service.SendAsync(method, path) : await service.PostAsync(path, body);
        return (reply.Status, reply.Body);
    }
}
