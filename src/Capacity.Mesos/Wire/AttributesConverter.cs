using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Mesos.Wire;

/// <summary>Reads agent attributes: a value may be a string or a number, and a name may occur twice.</summary>
internal sealed class AttributesConverter : JsonConverter<Dictionary<string, string>>
{
    public override Dictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return attributes;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (ReadValue(ref reader) is { } value)
            {
                attributes[name] = attributes.TryGetValue(name, out var before) ? $"{before},{value}" : value;
            }
        }

        return attributes;
    }

    public override void Write(Utf8JsonWriter writer, Dictionary<string, string> value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    private static string? ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return WholeNumber(Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>Whole numbers are written as <c>5</c> or, by older versions, as <c>5.0</c>: the same rack either way.</summary>
    private static string WholeNumber(string number) => number.EndsWith(".0", StringComparison.Ordinal) ? number[..^2] : number;
}
