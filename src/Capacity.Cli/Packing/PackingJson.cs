using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Cli.Packing;

/// <summary>Reader and writer of packing problems, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(InstanceDocument))]
[JsonSerializable(typeof(SolutionDocument))]
internal sealed partial class PackingJson : JsonSerializerContext;
