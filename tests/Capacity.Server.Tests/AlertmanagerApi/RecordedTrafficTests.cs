using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>Every request that amtool, Prometheus and vmalert made of a real Alertmanager gets an answer of the same status and the same shape here.</summary>
public sealed class RecordedTrafficTests
{
    private static readonly string[] OfTheRecording = ["labels.", "annotations.", "generatorURL", "silencedBy[]"];

    /// <summary>Dates in headers are whole seconds, and the requests were made in the midst of them.</summary>
    private static readonly TimeSpan PartOfASecond = TimeSpan.FromSeconds(0.9);

    [Theory]
    [InlineData("traffic-amtool-0.25.jsonl", 20)]
    [InlineData("traffic-prometheus2.42-vmalert.jsonl", 20)]
    public async Task Traffic_OfARealClient_IsAnsweredInTheSameShape(string recording, int atLeast)
    {
        var exchanges = AlertFixtures.ReadLines(recording).Where(l => l.TryGetProperty("req", out _)).ToList();
        var first = Date(exchanges[0]);
        await using var service = await AlertService.StartAsync();
        var times = new RecordedTimes(AlertService.Noon - first);
        foreach (var exchange in exchanges)
        {
            service.Clock.SetUtcNow(AlertService.Noon + (Date(exchange) - first) + PartOfASecond);
            var (method, body) = (Reply.Text(exchange, "req.method"), times.Move(Reply.Text(exchange, "req.body")));
            using var content = method == "POST" ? new StringContent(body, Encoding.UTF8, "application/json") : null;
            var reply = await service.SendAsync(method, times.Move(Reply.Text(exchange, "req.path")), content);

            var expected = Reply.Text(exchange, "resp.body");
            times.Learn(expected, reply.Body);
            Assert.True(Reply.Text(exchange, "resp.status") == $"{reply.Status}", $"{method} {Reply.Text(exchange, "req.path")}: {reply.Status} {reply.Body}");
            AssertHasShape(expected, reply.Body);
        }

        Assert.True(exchanges.Count >= atLeast, $"{exchanges.Count} exchanges");
    }

    private static DateTimeOffset Date(JsonElement exchange) => DateTimeOffset.Parse(Reply.Text(exchange, "resp.headers.Date"), CultureInfo.InvariantCulture);

    private static void AssertHasShape(string expected, string actual)
    {
        if (expected.Length > 0 && actual.Trim() != "[]")
        {
            var missing = Paths(JsonSerializer.Deserialize<JsonElement>(expected), "").Except(Paths(JsonSerializer.Deserialize<JsonElement>(actual), ""));

            // What an alert is about is of the recording, where other alerts were too.
            Assert.DoesNotContain(missing, p => !Array.Exists(OfTheRecording, o => p.Contains(o, StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Paths(p.Value, $"{path}.{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Paths(e, $"{path}[]")).Distinct(),
        JsonValueKind.True or JsonValueKind.False => [$"{path} Flag"],
        _ => [$"{path} {element.ValueKind}"],
    };
}
