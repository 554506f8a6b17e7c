using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.Forecasting.History;

namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>What apps take more while Marathon upgrades them: <c>maximumOverCapacity</c> of their instances, rounded down.</summary>
internal sealed class UpgradeSurges
{
    private readonly List<(string Pool, double[] Amounts)> surges;

    public UpgradeSurges(ClusterSnapshot snapshot)
    {
        var roles = new ReservedRoles(snapshot.Agents.Where(a => a.CountsAsCapacity).SelectMany(a => a.Resources?.Reservations ?? []).Select(r => r.Role));
        surges = [.. snapshot.Marathons.SelectMany(m => m.Apps).DistinctBy(a => a.Key).Where(a => a.Instances > 0).Select(a =>
            (a.Role is { } role ? roles.PoolOf(role) ?? Roles.Any : Roles.Any, Surge(a)))];
    }

    /// <summary>Gives the largest of one resource; of the apps of a role, or of all.</summary>
    public double Largest(DemandResource resource, string? pool) =>
        surges.Where(s => pool is null || s.Pool == pool).Select(s => s.Amounts[(int)resource]).DefaultIfEmpty(0).Max();

    private static double[] Surge(MarathonApp app)
    {
        var more = Math.Floor(app.Instances * app.MaximumOverCapacityRatio);
        return [.. ClusterResources.ToAmounts(app.Request).Select(amount => amount * more)];
    }
}
