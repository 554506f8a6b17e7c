using System.Text.Json.Serialization;

namespace Capacity.Testing.Recordings;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RawRequest))]
internal sealed partial class RawJson : JsonSerializerContext;
