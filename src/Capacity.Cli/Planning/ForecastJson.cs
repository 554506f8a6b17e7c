using System.Text.Json.Serialization;

namespace Capacity.Cli.Planning;

/// <summary>Writers for forecasts' scores, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ForecastBackTestDocument))]
internal sealed partial class ForecastJson : JsonSerializerContext;
