using System.Text.Json.Serialization;

namespace Capacity.Cli.Alerts;

/// <summary>Readers for logs of alerts, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlertLogLine))]
internal sealed partial class AlertLogJson : JsonSerializerContext;
