namespace Capacity.Core.Packing.Solving;

/// <summary>A greedy rule, each of which packs a problem in one pass.</summary>
public enum PackingRule
{
    /// <summary>The largest item first, each on the first machine that takes it.</summary>
    FirstFitDecreasing,

    /// <summary>The largest item first, each where its demand points most where there is room.</summary>
    BestAligned,

    /// <summary>Machine after machine, with the item whose demand points most where it has room, weighted by what remains to be placed (dynamic dot product).</summary>
    DotProduct,

    /// <summary>Machine after machine, with the item that comes nearest to what is free, weighted alike (L2 norm).</summary>
    Nearest,

    /// <summary>Machine after machine, with the largest item that fits.</summary>
    Largest,

    /// <summary>Machine after machine, with the set of items beside the largest that leaves the least free.</summary>
    LeastSlack,
}
