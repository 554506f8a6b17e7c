using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Cli.Packing;

/// <summary>Reads conflicts word by word: a million of them as documents of their own would take most of the memory.</summary>
internal sealed class ConflictEntryConverter : JsonConverter<ConflictEntry>
{
    private static readonly ConflictEntry Wrong = new(null, null, -1);

    public override bool HandleNull => true;

    public override ConflictEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return Wrong;
        }

        var (names, most, parts) = (new string?[2], -1, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (parts < 2 && reader.TokenType == JsonTokenType.String)
            {
                names[parts] = reader.GetString();
            }
            else if (parts == 2 && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            {
                most = number;
            }
            else
            {
                reader.Skip();
            }

            parts++;
        }

        return parts == 3 ? new(names[0], names[1], most) : Wrong;
    }

    public override void Write(Utf8JsonWriter writer, ConflictEntry value, JsonSerializerOptions options) => throw new NotSupportedException("Problems are only read.");
}
