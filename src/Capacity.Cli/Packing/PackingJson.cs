using System.Text.Json;
using System.Text.Json.Serialization;

namespace Capacity.Cli.Packing;

/// <summary>Reader and writer of packing problems, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(InstanceDocument))]
[JsonSerializable(typeof(SolutionDocument))]
internal sealed partial class PackingJson : JsonSerializerContext
{
    /// <summary>Makes a reader of one document: its converter keeps what it has read.</summary>
    public static PackingJson ForReading() => new(new(Default.Options) { Converters = { new ConstraintEntryConverter() } });
}
