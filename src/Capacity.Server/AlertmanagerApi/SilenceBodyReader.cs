using System.Text;
using System.Text.Json;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Alerting.Matchers;
using Capacity.Core.Alerting.Silences;
using Microsoft.AspNetCore.Http;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>Reads the body of <c>POST silences</c>. Fields are looked at in the order in which Alertmanager complains of them.</summary>
internal static class SilenceBodyReader
{
    private const string Parameter = "silence";

    /// <summary>Reads a body.</summary>
    /// <returns>What is asked for, or why nothing can be.</returns>
    public static (SilenceDraft? Draft, Refusal? Refusal) Read(ReadOnlySpan<byte> body)
    {
        try
        {
            if (body.Trim(" \t\r\n"u8) is { Length: 0 } or [(byte)'n', (byte)'u', (byte)'l', (byte)'l'])
            {
                return (null, Refusal.Required(Parameter));
            }

            var silence = JsonSerializer.Deserialize<JsonElement>(body);
            return silence.ValueKind == JsonValueKind.Object ? (Read(silence), null) : (null, Unreadable(silence, "value of type models.PostableSilence"));
        }
        catch (JsonException e)
        {
            return (null, Refusal.Unreadable(Parameter, $"it is no JSON at byte {e.BytePositionInLine} of line {e.LineNumber + 1}"));
        }
        catch (JsonMismatchException e)
        {
            return (null, e.Refusal);
        }
        catch (InvalidOperationException)
        {
            return (null, Refusal.Unreadable(Parameter, "an escaped sign is half of a pair"));
        }
    }

    private static SilenceDraft Read(JsonElement silence)
    {
        var comment = Text(silence, "comment") ?? throw Missing("comment");
        var createdBy = Text(silence, "createdBy") ?? throw Missing("createdBy");
        var ends = Time(silence, "endsAt");
        var matchers = Matchers(silence);
        var starts = Time(silence, "startsAt");
        var id = Text(silence, "id") ?? "";
        if (id.Length > 0 && !Guid.TryParse(id, out _))
        {
            throw new JsonMismatchException(Refusal.Because(StatusCodes.Status404NotFound, "silence not found"));
        }

        return new(id.Length > 0 ? Guid.Parse(id) : null, matchers, starts, ends, createdBy, comment) { Annotations = Annotations(silence) };
    }

    private static List<Matcher> Matchers(JsonElement silence)
    {
        var list = Find(silence, "matchers") ?? throw Missing("matchers");
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw Mismatch(list, "struct field Silence.matchers of type models.Matchers");
        }

        if (list.GetArrayLength() == 0)
        {
            throw new JsonMismatchException(Refusal.AtLeastOne("matchers"));
        }

        return [.. list.EnumerateArray().Select(ReadMatcher)];
    }

    private static Matcher ReadMatcher(JsonElement matcher, int index)
    {
        if (matcher.ValueKind != JsonValueKind.Object)
        {
            throw Mismatch(matcher, "struct field Silence.matchers of type models.Matcher");
        }

        var isRegex = Flag(matcher, "isRegex") ?? throw Missing($"matchers.{index}.isRegex");
        var name = Text(matcher, "name") ?? throw Missing($"matchers.{index}.name");
        var value = Text(matcher, "value") ?? throw Missing($"matchers.{index}.value");
        var isEqual = Flag(matcher, "isEqual") ?? true;
        if (name.Length == 0)
        {
            throw Invalid(index, "invalid label name \"\"");
        }

        var comparison = (isRegex, isEqual) switch
        {
            (false, true) => MatchOperator.Equal,
            (false, false) => MatchOperator.NotEqual,
            (true, true) => MatchOperator.Matches,
            _ => MatchOperator.DoesNotMatch,
        };
        return Matcher.TryCreate(name, comparison, value, out var read, out _) ? read : throw Invalid(index, $"invalid regular expression \"{value}\": {RegexpFault.Describe(value)}");
    }

    private static Dictionary<string, string> Annotations(JsonElement silence)
    {
        var read = new Dictionary<string, string>();
        if (Find(silence, "annotations") is { } annotations)
        {
            if (annotations.ValueKind != JsonValueKind.Object)
            {
                throw Mismatch(annotations, "struct field Silence.annotations of type models.LabelSet");
            }

            foreach (var annotation in annotations.EnumerateObject())
            {
                read[annotation.Name] = Text(annotations, annotation.Name) ?? "";
            }
        }

        return read;
    }

    private static DateTimeOffset? Time(JsonElement silence, string name)
    {
        var text = Text(silence, name) ?? throw Missing(name);
        return AlertTime.TryParse(Encoding.UTF8.GetBytes(text), out var time) ? time : throw new JsonMismatchException(Refusal.Unreadable(Parameter, JsonWords.NoTime(text)));
    }

    private static string? Text(JsonElement parent, string name) => Find(parent, name) is not { } found ? null
        : found.ValueKind == JsonValueKind.String ? found.GetString()!
        : throw Mismatch(found, $"struct field Silence.{name} of type string");

    private static bool? Flag(JsonElement parent, string name) => Find(parent, name) is not { } found ? null
        : found.ValueKind is JsonValueKind.True or JsonValueKind.False ? found.GetBoolean()
        : throw Mismatch(found, $"struct field Matcher.{name} of type bool");

    private static JsonElement? Find(JsonElement parent, string name) => parent.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private static Refusal Unreadable(JsonElement found, string target) => Refusal.Unreadable(Parameter, JsonWords.CannotHold(found.ValueKind, target));

    private static JsonMismatchException Mismatch(JsonElement found, string target) => new(Unreadable(found, target));

    private static JsonMismatchException Missing(string field) => new(Refusal.Required(field));

    private static JsonMismatchException Invalid(int index, string reason) =>
        new(Refusal.Because(StatusCodes.Status400BadRequest, $"invalid silence: invalid label matcher {index}: {reason}"));
}
