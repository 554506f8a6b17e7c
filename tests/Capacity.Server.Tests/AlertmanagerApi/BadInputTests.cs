using System.Net.Sockets;
using System.Text;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>What is wrong is answered clearly, costs little, and takes nothing else with it.</summary>
public sealed class BadInputTests
{
    private const string TooLarge = "the body is larger than 16777216 bytes: send less at once, or raise alerts.maxRequest";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", 422, "alerts in body is required")]
    [InlineData("null", 422, "alerts in body is required")]
    [InlineData("[{", 400, "parsing alerts body from \"\" failed, because unexpected EOF")]
    [InlineData("[{\"labels\":{\"a\":\"b", 400, "parsing alerts body from \"\" failed, because unexpected EOF")]
    [InlineData("[x]", 400, "parsing alerts body from \"\" failed, because it is no JSON at byte 1 of line 1")]
    [InlineData("{}", 400, "parsing alerts body from \"\" failed, because json: cannot unmarshal object into Go value of type models.PostableAlerts")]
    [InlineData("[1]", 400, "parsing alerts body from \"\" failed, because json: cannot unmarshal number into Go value of type models.PostableAlert")]
    [InlineData("[{\"labels\":[]}]", 400, "parsing alerts body from \"\" failed, because json: cannot unmarshal array into Go struct field Alert.labels of type models.LabelSet")]
    [InlineData("[{\"labels\":{\"n\":1}}]", 400, "parsing alerts body from \"\" failed, because json: cannot unmarshal number into Go struct field Alert.labels of type string")]
    [InlineData("[{\"labels\":{\"a\":\"b\"}},{\"annotations\":{}}]", 422, "1.labels in body is required")]
    [InlineData("[null]", 422, "0.labels in body is required")]
    [InlineData("[{\"labels\":{\"a\":\"\\ud800\"}}]", 400, "parsing alerts body from \"\" failed, because an escaped sign is half of a pair")]
    [InlineData("[{\"labels\":{\"a\":\"b\"},\"startsAt\":\"soon\"}]", 400, "parsing alerts body from \"\" failed, because parsing time \"soon\" as \"2006-01-02 15:04:05\": cannot parse \"soon\" as \"2006\"")]
    [InlineData("[{\"labels\":{\"a\":\"b\"},\"endsAt\":\"2026-02-30T00:00:00Z\"}]", 400, "parsing alerts body from \"\" failed, because parsing time \"2026-02-30T00:00:00Z\" as \"2006-01-02 15:04:05\": cannot parse \"2026-02-30T00:00:00Z\" as \"2006\"")]
    [InlineData("[{\"labels\":{\"a\":\"b\"},\"generatorURL\":\"::no\"}]", 422, "0.generatorURL in body must be of type uri: \"::no\"")]
    public async Task Post_NotAlerts_TakesNothingAndSaysWhy(string body, int status, string message)
    {
        await using var service = await AlertService.StartAsync();

        var reply = await service.PostAsync("/api/v2/alerts", body);

        Assert.Equal((status, "application/json", message), (reply.Status, reply.ContentType, Reply.Text(reply.Json, "message")));
        Assert.Equal("[]\n", (await service.GetAsync("/api/v2/alerts")).Body);
    }

    [Theory]
    [InlineData("""{"labels":{}}""", "at least one label pair required")]
    [InlineData("""{"labels":{"a":""}}""", "at least one label pair required")]
    [InlineData("""{"labels":{"":"x"}}""", "invalid label set: invalid name \"\"")]
    [InlineData("""{"labels":{"a":"b"},"startsAt":"2026-03-10T12:00:00Z","endsAt":"2026-03-10T11:00:00Z"}""", "start time must be before end time")]
    [InlineData("""{"labels":{"a":"1","b":"2","c":"3","d":"4"}}""", "too many labels: more than 3 (alerts.maxLabels)")]
    [InlineData("""{"labels":{"a":"12345678901"}}""", "a value in labels is too long: 11 bytes, more than 10 (alerts.maxValue)")]
    [InlineData("""{"labels":{"alertname1":"x"}}""", "a name in labels is too long: 10 bytes, more than 9 (alerts.maxName)")]
    [InlineData("""{"labels":{"a":"b"},"annotations":{"a":"12345678901"}}""", "a value in annotations is too long: 11 bytes, more than 10 (alerts.maxValue)")]
    [InlineData("""{"labels":{"a":"b"},"generatorURL":"http://a.example"}""", "the generatorURL is too long: 16 bytes, more than 10 (alerts.maxValue)")]
    public async Task Post_OneOfThemIsWrong_TakesTheOthers(string wrong, string message)
    {
        await using var service = await AlertService.StartAsync("{ maxLabels: 3, maxName: 9B, maxValue: 10B }");

        var reply = await service.AlertAsync("""{"labels":{"alertname":"A"}}""", wrong, """{"labels":{"alertname":"B"}}""");

        Assert.Equal((400, "application/json", message), (reply.Status, reply.ContentType, reply.Json.GetString()));
        Assert.Equal("A B", await service.NamesAsync());
    }

    [Fact]
    public async Task Post_ManyWrong_SaysSomeAndCountsTheRest()
    {
        await using var service = await AlertService.StartAsync();

        var reply = await service.AlertAsync([.. Enumerable.Repeat("""{"labels":{}}""", 1000)]);

        Assert.Equal([.. Enumerable.Repeat("at least one label pair required", 20), "and 980 more"], reply.Json.GetString()!.Split('\n'));
    }

    [Theory]
    [InlineData("text/plain", "text/plain")]
    [InlineData("application/yaml", "application/yaml")]
    [InlineData("", "application/octet-stream")]
    public async Task Post_NotJson_IsUnsupported(string contentType, string named)
    {
        await using var service = await AlertService.StartAsync();
        foreach (var path in (string[])["alerts", "silences"])
        {
            using var content = new ByteArrayContent("[]"u8.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            var reply = await service.SendAsync("POST", $"/api/v2/{path}", content);

            Assert.Equal((415, $"unsupported media type \"{named}\", only [application/json] are allowed"), (reply.Status, Reply.Text(reply.Json, "message")));
        }
    }

    [Fact]
    public async Task Post_InvalidUtf8_IsRefused()
    {
        await using var service = await AlertService.StartAsync();
        using var content = new ByteArrayContent([.. "[{\"labels\":{\"a\":\""u8, 0xC3, 0x28, .. "\"}}]"u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

        Assert.Equal(400, (await service.SendAsync("POST", "/api/v2/alerts", content)).Status);
    }

    [Fact]
    public async Task Post_HundredMegabytesAnnounced_IsRefusedBeforeTheyCome()
    {
        await using var service = await AlertService.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address.Host, service.Address.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /api/v2/alerts HTTP/1.1\r\nHost: {service.Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n"), Cancellation);

        var answer = new byte[2048];
        var length = await stream.ReadAsync(answer, Cancellation);

        var text = Encoding.ASCII.GetString(answer, 0, length);
        Assert.StartsWith("HTTP/1.1 413", text, StringComparison.Ordinal);
        Assert.Contains(TooLarge, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_MoreAlertsThanThereIsRoomFor_KeepsTheFirstAndSaysSo()
    {
        await using var service = await AlertService.StartAsync("{ maxAlertsPerSender: 2 }");

        var reply = await service.AlertAsync([.. "ABC".Select(n => """{"labels":{"alertname":"N"}}""".Replace('N', n))]);

        Assert.Equal(429, reply.Status);
        Assert.StartsWith("1 new alerts are not taken: there are too many of 127.0.0.1", reply.Json.GetString(), StringComparison.Ordinal);
        Assert.Equal("A B", await service.NamesAsync());
        Assert.Equal(200, (await service.AlertAsync("""{"labels":{"alertname":"A"},"annotations":{"s":"again"}}""")).Status);
    }

    /// <summary>A body that does not say how long it is.</summary>
}
