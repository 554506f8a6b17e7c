using System.Text.Json;
using System.Text.Json.Serialization;
using Capacity.Core.Alerting.Correlation;

namespace Capacity.Core.Alerting.Paging;

/// <summary>Writes notices down, and reads them back.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, Converters = [typeof(LabelSetConverter)])]
[JsonSerializable(typeof(IncidentNotice))]
public sealed partial class NoticeJson : JsonSerializerContext
{
    /// <summary>Gives a notice as JSON.</summary>
    public static string Write(IncidentNotice notice) => JsonSerializer.Serialize(notice, Default.IncidentNotice);

    /// <summary>Reads what <see cref="Write"/> gave.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static IncidentNotice Read(string json) => JsonSerializer.Deserialize(json, Default.IncidentNotice) ?? throw new JsonException("There is no notice.");
}
