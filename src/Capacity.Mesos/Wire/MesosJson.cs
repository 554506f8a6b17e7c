using System.Text.Json.Serialization;
using Capacity.Mesos.Agents;
using Capacity.Mesos.Http;
using Capacity.Mesos.Masters;

namespace Capacity.Mesos.Wire;

/// <summary>Readers for Mesos documents, made at compile time. Every field is optional, and unknown ones are passed over.</summary>
/// <remarks>The buffer holds nearly any agent's answer whole, and then each value is read once instead of being looked for first.</remarks>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultBufferSize = 256 << 10,
    Converters = [typeof(LenientNumberConverter), typeof(AttributesConverter), typeof(MetricsConverter)])]
[JsonSerializable(typeof(SlavesJson))]
[JsonSerializable(typeof(MetricsJson))]
[JsonSerializable(typeof(MaintenanceStatusJson))]
[JsonSerializable(typeof(MaintenanceScheduleJson))]
[JsonSerializable(typeof(MasterInfoJson))]
[JsonSerializable(typeof(AgentStateJson))]
[JsonSerializable(typeof(List<ContainerJson?>))]
[JsonSerializable(typeof(AgentTasksJson))]
internal sealed partial class MesosJson : JsonSerializerContext;
