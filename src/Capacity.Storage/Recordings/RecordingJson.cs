using System.Text.Json.Serialization;

namespace Capacity.Storage.Recordings;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NewLine = "\n",
    WriteIndented = true)]
[JsonSerializable(typeof(RecordingManifest))]
internal sealed partial class RecordingJson : JsonSerializerContext;
