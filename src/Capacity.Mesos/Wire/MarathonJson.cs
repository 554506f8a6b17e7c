using System.Text.Json.Serialization;
using Capacity.Mesos.Http;
using Capacity.Mesos.Marathon;

namespace Capacity.Mesos.Wire;

/// <summary>Readers for Marathon documents, made at compile time. Every field is optional, and unknown ones are passed over.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LenientNumberConverter), typeof(LenientTimeConverter)])]
[JsonSerializable(typeof(MarathonAppsJson))]
[JsonSerializable(typeof(MarathonTasksJson))]
[JsonSerializable(typeof(List<MarathonPodJson?>))]
[JsonSerializable(typeof(MarathonQueueJson))]
[JsonSerializable(typeof(MarathonInfoJson))]
internal sealed partial class MarathonJson : JsonSerializerContext;
