using System.Text.Json.Serialization;

namespace Capacity.Cli.RightSizing;

/// <summary>Writers for the scores, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(BackTestDocument))]
internal sealed partial class BackTestJson : JsonSerializerContext;
