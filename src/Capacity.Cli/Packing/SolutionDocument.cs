namespace Capacity.Cli.Packing;

/// <summary>The answer as JSON.</summary>
/// <param name="Placed">How many items are placed.</param>
/// <param name="Unplaced">How many are not.</param>
/// <param name="MachinesUsed">How many machines have items on them.</param>
/// <param name="LowerBound">The fewest machines that any packing of all items can use.</param>
/// <param name="GapRatio">Machines used by the lower bound, less 1; <see langword="null"/> where not everything is placed.</param>
/// <param name="Seconds">How long the search took.</param>
/// <param name="UnplacedItems">What is not placed, and why.</param>
/// <param name="Placement">By machine and item: how many. Only machines that are used.</param>
internal sealed record SolutionDocument(
    int Placed,
    int Unplaced,
    int MachinesUsed,
    int LowerBound,
    double? GapRatio,
    double Seconds,
    IReadOnlyList<UnplacedEntry> UnplacedItems,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Placement);
