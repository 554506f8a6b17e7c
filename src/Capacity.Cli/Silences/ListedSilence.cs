using System.Globalization;
using System.Text.Json.Nodes;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Silences;

namespace Capacity.Cli.Silences;

/// <summary>A silence as the service lists it.</summary>
/// <param name="Silence">The silence.</param>
/// <param name="State">Where it stands, by the service's clock.</param>
/// <param name="Json">What the service wrote.</param>
internal sealed record ListedSilence(Silence Silence, SilenceState State, JsonNode Json)
{
    public static ListedSilence Read(JsonNode json) => new(
        new()
        {
            Id = Guid.Parse(Text(json, "id")),
            Matchers = [.. json["matchers"]!.AsArray().Select(m => ReadMatcher(m!))],
            StartsAt = Time(json, "startsAt"),
            EndsAt = Time(json, "endsAt"),
            UpdatedAt = Time(json, "updatedAt"),
            CreatedBy = Text(json, "createdBy"),
            Comment = Text(json, "comment"),
        },
        Enum.Parse<SilenceState>(Text(json["status"]!, "state"), ignoreCase: true),
        json);

    private static Matcher ReadMatcher(JsonNode json) => Matcher.Create(
        Text(json, "name"),
        (json["isRegex"]!.GetValue<bool>(), json["isEqual"]?.GetValue<bool>() ?? true) switch
        {
            (false, true) => MatchOperator.Equal,
            (false, false) => MatchOperator.NotEqual,
            (true, true) => MatchOperator.Matches,
            _ => MatchOperator.DoesNotMatch,
        },
        Text(json, "value"));

    private static string Text(JsonNode json, string name) => json[name]?.GetValue<string>() ?? "";

    private static DateTimeOffset Time(JsonNode json, string name) => DateTimeOffset.Parse(Text(json, name), CultureInfo.InvariantCulture);
}
