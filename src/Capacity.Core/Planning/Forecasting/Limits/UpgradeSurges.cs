using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.Forecasting.History;

namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>What apps take more while Marathon upgrades them: <c>maximumOverCapacity</c> of their instances, rounded down.</summary>
internal static class UpgradeSurges
{
    /// <summary>Gives the largest of one resource.</summary>
    public static double Largest(ClusterSnapshot snapshot, DemandResource resource) =>
        snapshot.Marathons.SelectMany(m => m.Apps).DistinctBy(a => a.Key).Select(a => Surge(a, resource)).DefaultIfEmpty(0).Max();

    private static double Surge(MarathonApp app, DemandResource resource) =>
        Math.Floor(app.Instances * app.MaximumOverCapacityRatio) * ClusterResources.ToAmounts(app.Request)[(int)resource];
}
