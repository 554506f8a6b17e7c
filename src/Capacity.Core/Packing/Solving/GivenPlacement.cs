namespace Capacity.Core.Packing.Solving;

/// <summary>Items that are placed already.</summary>
/// <param name="Machine">The index of the machine in the problem.</param>
/// <param name="Item">The index of the kind of item in the problem.</param>
/// <param name="Count">How many are there, 1 or more.</param>
public readonly record struct GivenPlacement(int Machine, int Item, int Count);
