using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Mesos.Http;

/// <summary>
/// Reads a number that may be written as a string: Mesos writes infinite limits as <c>"Infinity"</c>. Anything that is no number is
/// unknown, and costs that one figure instead of the whole document.
/// </summary>
internal sealed class LenientNumberConverter : JsonConverter<double?>
{
    public override bool HandleNull => true;

    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.GetDouble();
            case JsonTokenType.String:
                return reader.ValueSpan.StartsWith("Inf"u8) ? double.PositiveInfinity
                    : reader.ValueSpan.StartsWith("-Inf"u8) ? double.NegativeInfinity
                    : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options) => throw new NotSupportedException();
}
