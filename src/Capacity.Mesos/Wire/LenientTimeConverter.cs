using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Mesos.Wire;

/// <summary>Reads an ISO 8601 time; anything else is unknown, and costs that one field instead of the whole document.</summary>
internal sealed class LenientTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        return DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
