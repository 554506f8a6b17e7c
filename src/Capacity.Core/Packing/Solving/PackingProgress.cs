namespace Capacity.Core.Packing.Solving;

/// <summary>How far a search is.</summary>
/// <param name="Unplaced">The items that are not placed in the best packing so far.</param>
/// <param name="MachinesUsed">The machines that it uses.</param>
/// <param name="LowerBound">The fewest machines that any packing of all items can use.</param>
/// <param name="Elapsed">The time since the start.</param>
public sealed record PackingProgress(int Unplaced, int MachinesUsed, int LowerBound, TimeSpan Elapsed);
