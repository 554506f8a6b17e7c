using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Mesos.Masters;

/// <summary>Reads a metrics snapshot and keeps only the figures that are used, for a master has sixty of them for each framework.</summary>
internal sealed class MetricsConverter : JsonConverter<MetricsJson>
{
    public override MetricsJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wanted = IsWanted(reader.ValueSpan);
            var name = wanted ? reader.GetString()! : string.Empty;
            reader.Read();
            if (wanted && reader.TokenType == JsonTokenType.Number)
            {
                values[name] = reader.GetDouble();
            }
            else
            {
                reader.Skip();
            }
        }

        return new(values);
    }

    public override void Write(Utf8JsonWriter writer, MetricsJson value, JsonSerializerOptions options) => throw new NotSupportedException();

    private static bool IsWanted(ReadOnlySpan<byte> name) =>
        !name.StartsWith("master/frameworks/"u8) || name.EndsWith("/subscribed"u8);
}
