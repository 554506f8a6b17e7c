using System.Text.Json;
using System.Text.Json.Serialization;
using Capacity.Core.Alerting.Correlation;

namespace Capacity.Core.Alerting.Incidents;

/// <summary>Writes parts of incidents down, and reads them back.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(BlastRadius))]
[JsonSerializable(typeof(AnnouncedChange))]
[JsonSerializable(typeof(List<SenderView>))]
public sealed partial class IncidentJson : JsonSerializerContext;
