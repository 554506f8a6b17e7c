using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>Writes down what a correlator remembers, and reads it back.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CorrelatorState))]
public sealed partial class CorrelatorJson : JsonSerializerContext
{
    /// <summary>Gives the state as UTF-8 JSON.</summary>
    public static byte[] Write(CorrelatorState state) => JsonSerializer.SerializeToUtf8Bytes(state, Default.CorrelatorState);

    /// <summary>Reads what <see cref="Write"/> gave.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static CorrelatorState Read(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, Default.CorrelatorState) ?? new();
}
