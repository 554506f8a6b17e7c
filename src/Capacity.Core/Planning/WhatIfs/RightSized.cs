using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>A cluster in which every app that has advice is what the advice says. Apps keep their agents where they can.</summary>
internal static class RightSized
{
    public static ChangedCluster Of(ClusterProblem cluster, IReadOnlyDictionary<AppKey, AdvisedShape> advice)
    {
        var left = advice.ToDictionary(a => a.Key, a => a.Value.Instances);
        var items = new List<PackingItem>();
        var described = new List<ClusterItem>();
        var kept = new int[cluster.Items.Count];
        for (var i = 0; i < cluster.Items.Count; i++)
        {
            var (item, what) = (cluster.Problem.Items[i], cluster.Items[i]);
            kept[i] = item.Count;
            if (what.App is { } app && advice.TryGetValue(app, out var shape))
            {
                // The request of a container holds what is beside CPU and memory, which the advice says nothing of.
                what = what with { Request = what.Request with { Cpus = shape.Cpus, Memory = shape.Memory } };
                kept[i] = Math.Min(item.Count, left[app]);
                left[app] -= kept[i];
            }

            items.Add(item with { Demand = ClusterResources.ToAmounts(what.Request), Count = kept[i] });
            described.Add(what);
        }

        for (var i = items.Count - 1; i >= 0; i--)
        {
            // More instances than run now, which the last kind of the app takes.
            if (described[i].App is { } app && left.Remove(app, out var more) && more > 0)
            {
                items[i] = items[i] with { Count = items[i].Count + more };
            }
        }

        return new(cluster with { Problem = new(cluster.Problem.Resources, cluster.Problem.Machines, items, given: GivenOf(cluster, items, kept)), Items = described });
    }

    /// <summary>What stays where it is: instances that are left, on agents that have room for what they are now.</summary>
    private static List<GivenPlacement> GivenOf(ClusterProblem cluster, List<PackingItem> items, int[] kept)
    {
        var room = new PackingState(new(cluster.Problem.Resources, cluster.Problem.Machines, items));
        var given = new List<GivenPlacement>();
        foreach (var (machine, item, count) in cluster.Problem.Given.OrderBy(g => items[g.Item].Demand[ClusterResources.Memory] > cluster.Problem.Items[g.Item].Demand[ClusterResources.Memory]))
        {
            var stays = 0;
            for (; stays < count && kept[item] > 0 && room.Fits(item, machine); stays++, kept[item]--)
            {
                room.Place(item, machine);
            }

            if (stays > 0)
            {
                given.Add(new(machine, item, stays));
            }
        }

        return given;
    }
}
