using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Planning.Savings;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.RightSizing.Advice;
using Capacity.Core.RightSizing.Tracking;
using Capacity.Core.Units;

namespace Capacity.Server.RightSizing;

/// <summary>Adds to advice how many machines it frees: all of it together, and that for the apps which waste most on its own.</summary>
internal static class MachineSavings
{
    /// <summary>Each app of its own takes a re-packing of the cluster; what is small frees no machine alone.</summary>
    private const int MostApps = 20;

    /// <returns>The advice, and the machines that all of it frees; <see langword="null"/> where the workload could not be packed anew.</returns>
    public static (IReadOnlyList<Recommendation> Advice, int? ByAll) Of(ClusterSnapshot picture, IReadOnlyList<Recommendation> advice)
    {
        var shapes = advice.Where(a => a.IsOverProvisioned).Select(a => (Advice: a, Shape: AdvisedShapeOf(a))).Where(a => a.Shape is not null).ToDictionary(a => a.Advice.App.Key, a => a.Shape!);
        if (shapes.Count == 0)
        {
            return (advice, 0);
        }

        var freed = new FreedMachines(ClusterProblem.Read(picture));
        var large = advice.Where(a => shapes.ContainsKey(a.App.Key))
            .Select(a => (a.App.Key, Machines: freed.MachinesIn(Waste(a, shapes[a.App.Key]))))
            .Where(a => a.Machines >= 1)
            .OrderByDescending(a => a.Machines)
            .ThenBy(a => a.Key.Id, StringComparer.Ordinal)
            .Take(MostApps)
            .ToDictionary(a => a.Key, a => freed.By(new Dictionary<AppKey, AdvisedShape> { [a.Key] = shapes[a.Key] }));
        return ([.. advice.Select(a => large.GetValueOrDefault(a.App.Key) is int machines ? a.AfterPacking(machines) : a)], freed.By(shapes));
    }

    private static AdvisedShape? AdvisedShapeOf(Recommendation advice) => Shape.Advised(advice) is { } shape ? new(shape.Cpus, shape.Memory, shape.Instances) : null;

    private static ResourceVector Waste(Recommendation advice, AdvisedShape shape) => new(
        CpuCores.FromCores(Math.Max(0, (advice.App.Cpus.Cores * advice.App.Instances) - (shape.Cpus.Cores * shape.Instances))),
        MemorySize.FromBytes((long)Math.Max(0, ((double)advice.App.Memory.Bytes * advice.App.Instances) - ((double)shape.Memory.Bytes * shape.Instances))));
}
