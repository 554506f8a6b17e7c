using System.Text.Json.Serialization;
using Capacity.Server.Api.Scan;

namespace Capacity.Server.Api.Planning;

/// <summary>Writers and readers of plans, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(DefragDocument))]
[JsonSerializable(typeof(ShapesDocument))]
public sealed partial class PlanningJson : JsonSerializerContext;
