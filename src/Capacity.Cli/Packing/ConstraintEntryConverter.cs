using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Cli.Packing;

/// <summary>Reads constraints word by word: a million of them as documents of their own would take most of the memory.</summary>
internal sealed class ConstraintEntryConverter : JsonConverter<ConstraintEntry>
{
    public override bool HandleNull => true;

    public override ConstraintEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return new((IReadOnlyList<string>?)null);
        }

        var (parts, areWords) = (new List<string>(3), true);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.String)
            {
                parts.Add(reader.GetString()!);
            }
            else if (reader.TokenType is JsonTokenType.Number)
            {
                parts.Add(Encoding.UTF8.GetString(reader.ValueSpan));
            }
            else
            {
                areWords = false;
                reader.Skip();
            }
        }

        return new(areWords ? parts : null);
    }

    public override void Write(Utf8JsonWriter writer, ConstraintEntry value, JsonSerializerOptions options) => throw new NotSupportedException("Problems are only read.");
}
