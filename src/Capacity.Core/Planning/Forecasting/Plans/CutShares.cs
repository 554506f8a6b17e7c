using Capacity.Core.Planning.Forecasting.History;

namespace Capacity.Core.Planning.Forecasting.Plans;

/// <summary>What part of one cut's demand lies in another. Zones, roles and teams cross; there, demand is taken to be mixed evenly.</summary>
/// <param name="demands">The present demand of each cut for one resource.</param>
public sealed class CutShares(IReadOnlyDictionary<DemandCut, double> demands)
{
    /// <summary>The share of a cut's demand that lies in another, 0 to 1.</summary>
    /// <param name="of">The cut whose demand is shared out.</param>
    /// <param name="within">The cut in which it may lie.</param>
    public double Of(DemandCut of, DemandCut within) =>
        of == within || within == DemandCut.Cluster ? 1
        : of != DemandCut.Cluster && of.Level == within.Level ? 0
        : demands.GetValueOrDefault(DemandCut.Cluster) is > 0 and var whole ? Math.Clamp(demands.GetValueOrDefault(within) / whole, 0, 1)
        : 0;
}
