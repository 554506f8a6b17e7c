using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Planning.Forecasting.History;

namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>Works out what can be demanded of the cluster, its zones and its roles, by what the packing report says still fits.</summary>
/// <remarks>
/// Of CPU and memory the growth headroom λ* of today's mix says what still fits in all: its demand times 1 + λ*, at most what is
/// allocated and placeable. What is left of the placeable part is unplaceable, and in zones and roles the same share of theirs. The zone
/// reserve is what fits now and would not after the worst zone is lost and its work started elsewhere: its demand times 1 + λ* then, or less
/// than today's where something finds no place; work that keeps data in the zone is not counted, for nobody starts it elsewhere. Zones and roles
/// keep their share of it, by what they have. The largest app's upgrade takes what is kept for everybody, so zones keep their share and roles nothing. Disk and GPUs have no mix: all that is free on open agents counts, and the reserve is the
/// largest zone, where others have any.
/// </remarks>
public static class EffectiveCapacity
{
    /// <summary>Works out every cut and resource that there is something of.</summary>
    /// <param name="report">The packing report.</param>
    /// <param name="snapshot">The picture it was made of: its apps say what an upgrade takes.</param>
    public static IReadOnlyDictionary<(DemandCut Cut, DemandResource Resource), CapacityLevels> Of(PackingReport report, ClusterSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(snapshot);
        var levels = new Dictionary<(DemandCut, DemandResource), CapacityLevels>();
        foreach (var resource in Enum.GetValues<DemandResource>())
        {
            var whole = new ResourceFigures(report.Cluster, resource);
            if (whole.Total <= 0)
            {
                continue;
            }

            var fits = IsMixed(resource) ? FittingShare(report, whole) : 1;
            var reserve = IsMixed(resource) ? ReserveOfMix(report, whole, fits) : LargestZone(report, resource);
            var surge = UpgradeSurges.Largest(snapshot, resource);
            Add(DemandCut.Cluster, whole, 1);
            foreach (var zone in report.Zones)
            {
                var part = new ResourceFigures(zone, resource);
                Add(DemandCut.Zone(zone.Name), part, part.Total / whole.Total);
            }

            foreach (var role in report.Roles)
            {
                Add(DemandCut.Role(role.Name!), new(role, resource), role.Name == Roles.Any ? 1 : 0);
            }

            void Add(DemandCut cut, ResourceFigures f, double surgeShare)
            {
                if (f.Total > 0)
                {
                    levels[(cut, resource)] = new(
                        f.Total, f.Allocated, f.Unusable, f.Stranded, f.Placeable * (1 - fits), Math.Min(reserve * f.Total / whole.Total, f.Total), Math.Min(surge * surgeShare, f.Total));
                }
            }
        }

        return levels;
    }

    private static bool IsMixed(DemandResource resource) => resource is DemandResource.Cpus or DemandResource.Memory;

    /// <summary>The share of what is placeable that growth in today's mix takes, 0 to 1.</summary>
    private static double FittingShare(PackingReport report, ResourceFigures whole) =>
        whole.Placeable > 0 && whole.Allocated > 0 && !report.Headroom.IsAtLeast ? Math.Min(1, report.Headroom.Ratio * whole.Allocated / whole.Placeable) : 1;

    private static double ReserveOfMix(PackingReport report, ResourceFigures whole, double fits)
    {
        var zones = report.Losses.Where(l => l.Level == DomainLevel.Zone).ToList();
        var before = whole.Allocated + (whole.Placeable * fits);
        return zones.Count < 2 ? 0 : Math.Max(0, before - zones.Min(z => After(z, report.Cluster.Containers, whole.Allocated)));
    }

    private static double After(LossFigures loss, int containers, double allocated)
    {
        var homeless = Math.Max(0, loss.Unplaced - loss.Stateful);
        return homeless > 0 ? allocated * (1 - ((double)homeless / Math.Max(homeless, containers)))
            : loss.Headroom is { IsAtLeast: false, Ratio: var ratio } ? allocated * (1 + ratio)
            : double.MaxValue;
    }

    private static double LargestZone(PackingReport report, DemandResource resource)
    {
        double[] zones = [.. report.Zones.Select(z => new ResourceFigures(z, resource).Total).Where(t => t > 0)];
        return zones.Length < 2 ? 0 : zones.Max();
    }

    /// <summary>The figures of a group as amounts of one resource.</summary>
    private sealed record ResourceFigures(PackingFigures Figures, DemandResource Resource)
    {
        public double Total => ClusterResources.ToAmounts(Figures.Total)[(int)Resource];

        public double Allocated => ClusterResources.ToAmounts(Figures.Allocated)[(int)Resource];

        public double Unusable => ClusterResources.ToAmounts(Figures.Unusable)[(int)Resource];

        public double Stranded => ClusterResources.ToAmounts(Figures.Stranded)[(int)Resource];

        public double Placeable => IsMixed(Resource) ? ClusterResources.ToAmounts(Figures.Placeable)[(int)Resource] : Math.Max(0, Total - Allocated - Unusable);
    }
}
