using System.Text.Json;

namespace Capacity.Simulator.Tests.Synthetic;

/// <summary>The fields of a JSON document with their types, in order and without their values.</summary>
internal static class JsonShape
{
    /// <summary>Lists every field once, such as <c>$.tasks[].id String</c>; whole numbers are told apart from those with a point.</summary>
    public static IReadOnlySet<string> FieldsOf(JsonElement element, string path = "$") => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => FieldsOf(p.Value, $"{path}.{p.Name}")).Append($"{path} Object").ToHashSet(),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => FieldsOf(e, $"{path}[]")).Append($"{path} Array").ToHashSet(),
        JsonValueKind.Number => new HashSet<string> { $"{path} {(element.GetRawText().Contains('.', StringComparison.Ordinal) ? "Double" : "Integer")}" },
        JsonValueKind.True or JsonValueKind.False => new HashSet<string> { $"{path} Boolean" },
        var kind => new HashSet<string> { $"{path} {kind}" },
    };

    /// <summary>Finds the first object whose names are not in the order of <paramref name="sample"/>; <see langword="null"/> for none.</summary>
    public static string? OutOfOrder(JsonElement element, JsonElement sample, string path = "$")
    {
        if (element.ValueKind == JsonValueKind.Array && sample.ValueKind == JsonValueKind.Array && sample.GetArrayLength() > 0)
        {
            return element.EnumerateArray().Select(e => OutOfOrder(e, sample[0], $"{path}[]")).FirstOrDefault(found => found is not null);
        }

        if (element.ValueKind != JsonValueKind.Object || sample.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var names = element.EnumerateObject().Select(p => p.Name).Where(name => sample.TryGetProperty(name, out _)).ToList();
        return names.SequenceEqual(sample.EnumerateObject().Select(p => p.Name).Where(names.Contains))
            ? names.Select(name => OutOfOrder(element.GetProperty(name), sample.GetProperty(name), $"{path}.{name}")).FirstOrDefault(found => found is not null)
            : path;
    }
}
