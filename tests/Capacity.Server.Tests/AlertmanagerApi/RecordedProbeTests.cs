using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Capacity.Server.Tests.AlertmanagerApi;

/// <summary>
/// The requests that were put to a real Alertmanager 0.25, one after the other, and its answers: status, content type and body are the same here, but
/// for dates and ids, for what later versions changed, and for what a service without a tree of routes does not have.
/// </summary>
public sealed class RecordedProbeTests
{
    private static readonly DateTimeOffset Recorded = new(2026, 11, 22, 14, 35, 52, 680, TimeSpan.Zero);

    /// <summary>What is answered otherwise, and why.</summary>
    private static readonly Dictionary<string, (int Status, string Body)> Otherwise = new()
    {
        // Since 0.27 any text is the name of a label.
        ["alert-bad-label-name"] = (200, ""),
        ["alerts-filter-braces"] = (400, "\"unexpected open or close brace: {alertname=\\\"A1\\\"}\""),

        // Since 0.28 and 0.32 the words are these.
        ["silence-matches-empty"] = (400, "\"invalid silence: at least one matcher must not match the empty string\""),
        ["silence-bad-regex"] = (400, "\"invalid silence: invalid label matcher 0: invalid regular expression \\\"[\\\": error parsing regexp: missing closing ]: `[`\""),
        ["silence-delete-404"] = (404, ""),

        // Version 1 is gone since 0.27.
        ["v1-alerts"] = (410, ""),
        ["v1-status"] = (410, ""),

        // There is one receiver, and the root is this service's own page.
        ["receivers"] = (200, """[{"name":"wh"}]"""),
        ["root"] = (200, ""),
    };

    [Fact]
    public async Task Probes_OfARealAlertmanager_AreAnsweredTheSame()
    {
        var probes = AlertFixtures.Read("api-v2-probes-0.25.json").EnumerateArray().ToList();
        await using var service = await AlertService.StartAsync("{ receiver: wh, groupBy: [alertname, cluster], resolveTimeout: 30s }");
        var times = new RecordedTimes(AlertService.Noon - Recorded);
        var extraAlert = false;
        foreach (var probe in probes)
        {
            var name = Reply.Text(probe, "name");
            if (name == "silences-none")
            {
                // Between the alerts and the silences of the recording lay some of a second.
                service.Clock.Advance(TimeSpan.FromSeconds(0.4));
            }

            var reply = await SendAsync(service, probe, times);
            service.Clock.Advance(TimeSpan.FromMilliseconds(1));
            var expected = Reply.Text(probe, "response");
            times.Learn(expected, reply.Body);
            if (Otherwise.TryGetValue(name, out var other))
            {
                Assert.True(other.Status == reply.Status, $"{name}: {reply.Status} {reply.Body}");
                Assert.True(other.Body.Length == 0 || other.Body == reply.Body.Trim(), $"{name}: {reply.Body}");
                extraAlert |= name == "alert-bad-label-name";
                continue;
            }

            Assert.True(probe.GetProperty("status").GetInt32() == reply.Status, $"{name}: {reply.Status} {reply.Body}");
            Assert.True(probe.GetProperty("content_type").GetString() == reply.ContentType, $"{name}: {reply.ContentType}");
            AssertSame(name, expected, reply.Body);
        }

        Assert.Equal((72, true), (probes.Count, extraAlert));
    }

    private static Task<Reply> SendAsync(AlertService service, JsonElement probe, RecordedTimes times)
    {
        var (method, body) = (Reply.Text(probe, "method"), probe.GetProperty("request_body"));
        HttpContent? content = null;
        if (method is "POST" or "PUT")
        {
            var text = times.Move(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText());
            content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.TryAddWithoutValidation("Content-Type", Reply.Text(probe, "name") switch
            {
                "alert-wrong-ctype" => "text/plain",
                "alert-ctype-yaml" => "application/yaml",
                "alert-ctype-charset" => "application/json; charset=utf-8",
                _ => "application/json",
            });
        }

        return service.SendAsync(method, times.Move(Reply.Text(probe, "path")), content);
    }

    private static void AssertSame(string name, string expected, string actual)
    {
        if (!expected.StartsWith('[') && !expected.StartsWith('{'))
        {
            Assert.True(RecordedTimes.Plain(expected) == RecordedTimes.Plain(actual), $"{name}: {actual}");
            return;
        }

        // The order of methods is any: Alertmanager's changes from answer to answer.
        var (left, right) = (JsonNode.Parse(Methods(RecordedTimes.Plain(expected)))!, JsonNode.Parse(Methods(RecordedTimes.Plain(actual)))!);
        Assert.True(JsonNode.DeepEquals(Sorted(left), Sorted(WithoutLater(right))), $"{name}:\n{expected}\n{actual}");
    }

    private static string Methods(string text) =>
        Regex.Replace(text, @"\[([A-Z,]+)\] are", m => $"[{string.Join(',', m.Groups[1].Value.Split(',').Order(StringComparer.Ordinal))}] are");

    /// <summary>Takes out what 0.25 did not have yet, and the alert that it refused.</summary>
    private static JsonNode WithoutLater(JsonNode node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var refused in list.Where(e => e is JsonObject o && (o["labels"]?["a-b"] is not null || o["alerts"]?[0]?["labels"]?["a-b"] is not null)).ToList())
                {
                    list.Remove(refused);
                }

                list.ToList().ForEach(e => WithoutLater(e!));
                break;

            case JsonObject item:
                item.Remove("mutedBy");
                item.Remove("routeLabels");
                if (item.ContainsKey("createdBy"))
                {
                    item.Remove("annotations");
                }

                item.ToList().ForEach(p => WithoutLater(p.Value!));
                break;
        }

        return node;
    }

    /// <summary>Groups come in any order, and which silence ends first hangs on milliseconds.</summary>
    private static JsonNode Sorted(JsonNode node) =>
        node is JsonArray list ? new JsonArray([.. list.Select(e => e!.ToJsonString()).Order(StringComparer.Ordinal).Select(t => JsonNode.Parse(t))]) : node;
}
