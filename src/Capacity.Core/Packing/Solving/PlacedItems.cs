namespace Capacity.Core.Packing.Solving;

/// <summary>Equal items on one machine.</summary>
/// <param name="Item">The index of the kind of item in the problem.</param>
/// <param name="Count">How many are there, 1 or more.</param>
/// <param name="Fixed">How many of them must not move.</param>
public readonly record struct PlacedItems(int Item, int Count, int Fixed)
{
    /// <summary>Gets how many of them may move.</summary>
    public int Movable => Count - Fixed;
}
