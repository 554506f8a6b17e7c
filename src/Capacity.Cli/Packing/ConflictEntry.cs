using System.Text.Json.Serialization;

namespace Capacity.Cli.Packing;

/// <summary>A conflict of a packing problem as JSON: two names and a number.</summary>
/// <param name="Present">What is there.</param>
/// <param name="Other">What it limits; <see langword="null"/> as the first where it is something else.</param>
/// <param name="Most">How many there may be; -1 where it is no whole number.</param>
[JsonConverter(typeof(ConflictEntryConverter))]
internal sealed record ConflictEntry(string? Present, string? Other, int Most);
