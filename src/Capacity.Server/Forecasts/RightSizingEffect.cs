using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Server.RightSizing;

namespace Capacity.Server.Forecasts;

/// <summary>By how much demand shrinks where all advice is followed.</summary>
internal static class RightSizingEffect
{
    /// <summary>Sums up the apps of a cut; of a zone or role, its share of the cluster's.</summary>
    /// <returns>Cores or bytes, negative where apps are to grow; <see langword="null"/> where there is no advice.</returns>
    public static double? Of(AdviceSet? advice, DemandCut cut, DemandResource resource, double shareOfCluster)
    {
        if (advice is null || resource is DemandResource.Disk or DemandResource.Gpus)
        {
            return null;
        }

        var apps = advice.Apps.Where(a => cut.Level != CutLevel.Team || a.Advice.App.Team == cut.Name).Select(a => (Now: Shape.Now(a.Advice.App), Then: Shape.Advised(a.Advice)));
        return apps.Where(a => a.Then is not null).Sum(a => Amount(a.Now) - Amount(a.Then!)) * (cut.Level is CutLevel.Zone or CutLevel.Role ? shareOfCluster : 1);

        double Amount(Shape shape) => shape.Instances * (resource == DemandResource.Cpus ? shape.Cpus.Cores : shape.Memory.Bytes);
    }
}
