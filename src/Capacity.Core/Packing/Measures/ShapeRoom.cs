using Capacity.Core.Packing.Fitting;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>How many more tasks of one shape fit, and what the rest of the free resources lacks for it.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Running">How many containers have it.</param>
/// <param name="Room">How many more fit into everybody's resources (D2).</param>
/// <param name="FragmentRatio">
/// The share of everybody's free CPU that is in pieces of no use for it (D8), 0 to 1; <see langword="null"/> where nothing is free, or it takes no CPU.
/// </param>
/// <param name="Binding">What keeps it from most of the agents that have no room for it; <see langword="null"/> where all have.</param>
/// <param name="AgentsWithout">How many agents have no room for it.</param>
public sealed record ShapeRoom(ResourceVector Shape, long Running, long Room, double? FragmentRatio, FitObstacle? Binding, int AgentsWithout)
{
    /// <summary>Gets by how much tasks of this shape alone may grow; <see langword="null"/> where none runs.</summary>
    public double? GrowthRatio => Running > 0 ? (double)Room / Running : null;
}
