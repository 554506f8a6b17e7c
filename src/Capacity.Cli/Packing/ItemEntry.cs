using System.Text.Json;

namespace Capacity.Cli.Packing;

/// <summary>Items of one kind in a packing problem as JSON.</summary>
internal sealed record ItemEntry
{
    public string? Id { get; init; }

    public IReadOnlyList<double>? Demand { get; init; }

    public int Count { get; init; } = 1;

    public string? Group { get; init; }

    public IReadOnlyList<JsonElement>? Constraints { get; init; }

    public bool Pinned { get; init; }

    public string? Role { get; init; }

    public IReadOnlyList<string>? Machines { get; init; }
}
