using System.Text.Json;

namespace Capacity.Server.AlertmanagerApi;

/// <summary>What clients of Alertmanager read about JSON that is not what it should be, word for word: some of them look for it.</summary>
internal static class JsonWords
{
    /// <summary>A value is of another kind than its place.</summary>
    public static string CannotHold(JsonTokenType found, string target) => $"json: cannot unmarshal {Word(found)} into Go {target}";

    /// <inheritdoc cref="CannotHold(JsonTokenType, string)"/>
    public static string CannotHold(JsonValueKind found, string target) => CannotHold(
        found switch
        {
            JsonValueKind.Array => JsonTokenType.StartArray,
            JsonValueKind.Object => JsonTokenType.StartObject,
            JsonValueKind.Number => JsonTokenType.Number,
            JsonValueKind.True or JsonValueKind.False => JsonTokenType.True,
            _ => JsonTokenType.String,
        },
        target);

    /// <summary>A text is no time.</summary>
    public static string NoTime(string text) => $"parsing time \"{text}\" as \"2006-01-02 15:04:05\": cannot parse \"{text}\" as \"2006\"";

    private static string Word(JsonTokenType type) => type switch
    {
        JsonTokenType.StartArray => "array",
        JsonTokenType.StartObject => "object",
        JsonTokenType.Number => "number",
        JsonTokenType.True or JsonTokenType.False => "bool",
        _ => "string",
    };
}
