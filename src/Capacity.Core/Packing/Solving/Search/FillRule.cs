namespace Capacity.Core.Packing.Solving.Search;

/// <summary>How a machine that is being filled chooses its next item.</summary>
internal enum FillRule
{
    /// <summary>The one whose demand points most where the machine has room, weighted by what remains to be placed (dynamic dot product).</summary>
    DotProduct,

    /// <summary>The one that comes nearest to what is free, weighted alike (L2 norm).</summary>
    Nearest,

    /// <summary>The largest.</summary>
    Largest,
}
