namespace Capacity.Core.Packing.Solving.Search;

/// <summary>A packing in which some items have no place, and the machines on which places may be found.</summary>
/// <param name="State">The packing; searches change it.</param>
/// <param name="Open">The machines that may be used.</param>
/// <param name="Pool">The items without a place, one by one; searches change it.</param>
internal sealed record Attempt(PackingState State, List<int> Open, List<int> Pool);
