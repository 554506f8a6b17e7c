using System.Text.Json;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Matchers;

namespace Capacity.Core.Tests.Alerting.Matchers;

/// <summary>Holds both parsers against the cases of Alertmanager's own tests, which lie in the folder named by <c>CAPACITY_FIXTURES</c>.</summary>
public sealed class MatcherFixtureTests
{
    [Fact]
    public void TryParse_CasesOfAlertmanager_ReadAndComplainLikeIt()
    {
        var cases = Cases();
        Assert.All(cases.GetProperty("utf8").GetProperty("Matchers").EnumerateArray(), c => Check(
            c, Utf8MatcherParser.TryParse(Input(c), out var read, out var error) ? read : null, error));
        Assert.All(cases.GetProperty("utf8").GetProperty("Matcher").EnumerateArray(), c => Check(
            c, Utf8MatcherParser.TryParseOne(Input(c), out var read, out var error) ? [read] : null, error));
        Assert.All(cases.GetProperty("classic").EnumerateArray(), c => Check(
            c, ClassicMatcherParser.TryParse(Input(c), out var read, out var error) ? read : null, error));
    }

    private static void Check(JsonElement expected, IReadOnlyList<Matcher>? read, string? error)
    {
        if (expected.TryGetProperty("matchers", out var matchers))
        {
            Assert.Equal(
                matchers.EnumerateArray().Select(m => $"{m[0].GetString()} {m[1].GetString()} {m[2].GetString()}"),
                Assert.IsAssignableFrom<IEnumerable<Matcher>>(read).Select(m => $"{m.Name} {Sign(m.Operator)} {m.Value}"));
        }
        else if (expected.TryGetProperty("error", out var exact))
        {
            Assert.Equal(exact.GetString(), error);
        }
        else
        {
            Assert.Contains(expected.GetProperty("error_contains").GetString()!, error, StringComparison.Ordinal);
        }
    }

    private static string Sign(MatchOperator comparison) => comparison switch
    {
        MatchOperator.Equal => "=",
        MatchOperator.NotEqual => "!=",
        MatchOperator.Matches => "=~",
        _ => "!~",
    };

    private static string Input(JsonElement element) => element.GetProperty("input").GetString()!;

    private static JsonElement Cases()
    {
        var folder = Environment.GetEnvironmentVariable("CAPACITY_FIXTURES") ?? "";
        var file = Path.Combine(folder, "alertmanager", "golden", "matchers.json");
        Assert.SkipUnless(File.Exists(file), "CAPACITY_FIXTURES names no folder with alertmanager/golden/matchers.json.");
        return JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file));
    }
}
