namespace Capacity.Cli.Packing;

/// <summary>Machines of one kind in a packing problem as JSON.</summary>
internal sealed record MachineEntry
{
    public string? Id { get; init; }

    public IReadOnlyList<double>? Capacity { get; init; }

    public int Count { get; init; } = 1;

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<double>>? Reserved { get; init; }

    public bool AcceptsNew { get; init; } = true;
}
