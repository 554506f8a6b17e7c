using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Cli.Packing;

/// <summary>Reads constraints word by word, and keeps each once: many items have the same. A million of them as documents of their own would take most of the memory.</summary>
internal sealed class ConstraintEntryConverter : JsonConverter<ConstraintEntry>
{
    private const char Separator = '\0';
    private static readonly ConstraintEntry Wrong = new((IReadOnlyList<string>?)null);

    private readonly StringBuilder text = new();
    private readonly Dictionary<string, ConstraintEntry> known = [];
    private char[] buffer = new char[256];

    public override bool HandleNull => true;

    public override ConstraintEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return Wrong;
        }

        var areWords = true;
        text.Clear();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                Append(ref reader);
            }
            else
            {
                areWords = false;
                reader.Skip();
            }
        }

        return areWords ? Shared() : Wrong;
    }

    public override void Write(Utf8JsonWriter writer, ConstraintEntry value, JsonSerializerOptions options) => throw new NotSupportedException("Problems are only read.");

    private void Append(ref Utf8JsonReader reader)
    {
        var bytes = reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (buffer.Length < bytes)
        {
            buffer = new char[bytes];
        }

        var length = reader.TokenType == JsonTokenType.String ? reader.CopyString(buffer)
            : reader.HasValueSequence ? Encoding.UTF8.GetChars(reader.ValueSequence, buffer) : Encoding.UTF8.GetChars(reader.ValueSpan, buffer);
        text.Append(buffer, 0, length).Append(Separator);
    }

    private ConstraintEntry Shared()
    {
        if (buffer.Length < text.Length)
        {
            buffer = new char[text.Length];
        }

        text.CopyTo(0, buffer, text.Length);
        var key = buffer.AsSpan(0, text.Length);
        var byText = known.GetAlternateLookup<ReadOnlySpan<char>>();
        return byText.TryGetValue(key, out var entry) ? entry : byText[key] = new(key.Length == 0 ? [] : key[..^1].ToString().Split(Separator));
    }
}
