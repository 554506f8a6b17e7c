using System.Text.Json;
using System.Text.Json.Serialization;
using Capacity.Core.Alerting.Labels;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>Writes labels as an object of names and values.</summary>
internal sealed class LabelSetConverter : JsonConverter<LabelSet>
{
    public override LabelSet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var labels = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            labels.Add(new(name, reader.GetString()!));
        }

        return LabelSet.Create(labels);
    }

    public override void Write(Utf8JsonWriter writer, LabelSet value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, text) in value)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }
}
