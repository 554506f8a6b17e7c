using System.Text.Json.Serialization;
using Capacity.Server.Api.Scan;

namespace Capacity.Server.Api.Forecasts;

/// <summary>Writers and readers of forecasts and plans, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(ForecastDocument))]
[JsonSerializable(typeof(PlanDocument))]
public sealed partial class ForecastJson : JsonSerializerContext;
