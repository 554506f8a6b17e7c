namespace Capacity.Cli.Packing;

/// <summary>A packing problem as JSON; docs/packing.md explains the members.</summary>
internal sealed record InstanceDocument
{
    public IReadOnlyList<string>? Resources { get; init; }

    public IReadOnlyList<MachineEntry?>? Machines { get; init; }

    public IReadOnlyList<ItemEntry?>? Items { get; init; }

    public IReadOnlyList<ConflictEntry>? Conflicts { get; init; }

    public IReadOnlyDictionary<string, Dictionary<string, int>>? Placement { get; init; }

    public string? Objective { get; init; }
}
