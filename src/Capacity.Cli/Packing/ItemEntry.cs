namespace Capacity.Cli.Packing;

/// <summary>Items of one kind in a packing problem as JSON.</summary>
internal sealed record ItemEntry
{
    public string? Id { get; init; }

    public IReadOnlyList<double>? Demand { get; init; }

    // Generated readers forget the values of members that are set at the beginning only.
    public int Count { get; set; } = 1;

    public string? Group { get; init; }

    public IReadOnlyList<ConstraintEntry>? Constraints { get; init; }

    public bool Pinned { get; init; }

    public string? Role { get; init; }

    public IReadOnlyList<string>? Machines { get; init; }
}
