namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Keeps the best of the packings that several threads find, and none of the others: a packing can be large.</summary>
/// <param name="isBetter">Whether the first is better than the second.</param>
internal sealed class BestPacking(Func<PackingState, PackingState, bool> isBetter)
{
    private readonly Lock gate = new();
    private int rank;

    /// <summary>Gets the best so far; <see langword="null"/> before the first.</summary>
    public PackingState? Packing { get; private set; }

    /// <summary>Takes one more; of equal ones the lowest rank is kept, whoever comes first.</summary>
    public void Offer(PackingState packing, int rankOfIt)
    {
        lock (gate)
        {
            if (Packing is null || isBetter(packing, Packing) || (rankOfIt < rank && !isBetter(Packing, packing)))
            {
                (Packing, rank) = (packing, rankOfIt);
            }
        }
    }
}
