namespace Capacity.Core.Packing.Solving;

/// <summary>The best packing that was found.</summary>
/// <param name="State">Which items are on which machines.</param>
/// <param name="Unplaced">What could not be placed, and why; empty where everything is.</param>
/// <param name="LowerBound">The fewest machines that any packing of all items can use.</param>
/// <param name="Elapsed">How long the search took.</param>
public sealed record PackingSolution(PackingState State, IReadOnlyList<UnplacedItems> Unplaced, int LowerBound, TimeSpan Elapsed)
{
    /// <summary>Gets how many machines have items on them.</summary>
    public int MachinesUsed => State.MachinesUsed;

    /// <summary>Gets how many items are placed.</summary>
    public int Placed => Enumerable.Range(0, State.Problem.Items.Count).Sum(State.Placed);

    /// <summary>Gets by how much the machines used exceed the lower bound, as a ratio: 0 for a packing that is proven the best.</summary>
    /// <value><see langword="null"/> where not everything is placed, or nothing is to be placed.</value>
    public double? GapRatio => Unplaced.Count == 0 && LowerBound > 0 ? ((double)MachinesUsed / LowerBound) - 1 : null;
}
