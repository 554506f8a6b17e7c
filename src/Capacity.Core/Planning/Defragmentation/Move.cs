namespace Capacity.Core.Planning.Defragmentation;

/// <summary>One item moves: it is started on its target first, and then ended on its source.</summary>
/// <param name="Item">The index of the kind of item in the problem.</param>
/// <param name="From">The index of the machine that it leaves.</param>
/// <param name="To">The index of the machine that it comes to.</param>
public readonly record struct Move(int Item, int From, int To);
