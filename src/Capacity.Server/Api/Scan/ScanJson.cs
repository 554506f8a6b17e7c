using System.Text.Json.Serialization;

namespace Capacity.Server.Api.Scan;

/// <summary>Writers for the scan document, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(ScanDocument))]
public sealed partial class ScanJson : JsonSerializerContext;
