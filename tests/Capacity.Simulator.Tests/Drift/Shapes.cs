using System.Text.Json;
using System.Text.RegularExpressions;
using Capacity.Simulator.Tests.Synthetic;

namespace Capacity.Simulator.Tests.Drift;

/// <summary>The fields of many answers of one kind, with their types.</summary>
internal static partial class Shapes
{
    /// <summary>Lists the fields of all bodies; ids and the values of free names are replaced, so that clusters compare.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<ReadOnlyMemory<byte>> bodies) => bodies
        .SelectMany(b => JsonShape.FieldsOf(JsonDocument.Parse(b).RootElement))
        .Select(f => Name.Replace(Id.Replace(f, "ID"), "$1/NAME/"))
        .Select(f => AfterLife.Replace(f, "$1"))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9]{4}")]
    private static partial Regex Id { get; }

    [GeneratedRegex("(frameworks|roles)/[^/]*/")]
    private static partial Regex Name { get; }

    /// <summary>What has ended has the fields that it had before, but in any one answer rarely all of them.</summary>
    [GeneratedRegex("(?:completed|launched|terminated|queued)_(frameworks|executors|tasks)")]
    private static partial Regex AfterLife { get; }
}
