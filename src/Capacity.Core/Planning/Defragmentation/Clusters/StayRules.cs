using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Says what of a cluster no plan moves, and pins it.</summary>
internal sealed class StayRules(ClusterSnapshot snapshot, ClusterProblem cluster)
{
    private readonly Dictionary<AppKey, MarathonApp> apps = snapshot.Marathons.SelectMany(m => m.Apps).DistinctBy(a => a.Key).ToDictionary(a => a.Key);

    /// <summary>Gives the cluster's problem with all that stays pinned.</summary>
    public PackingProblem Pinned()
    {
        var problem = cluster.Problem;
        return new(problem.Resources, problem.Machines, [.. problem.Items.Select((item, i) => item with { IsPinned = item.IsPinned || ReasonOf(i) is not null })], problem.Conflicts, problem.Given);
    }

    /// <summary>Counts what stays, by reason; what shows in no container is none.</summary>
    public IReadOnlyList<StayingContainers> Count() =>
    [
        .. cluster.Items.Select((item, i) => (Reason: item.App is null ? null : ReasonOf(i), cluster.Problem.Items[i].Count))
            .Where(r => r.Reason is not null)
            .GroupBy(r => r.Reason!.Value)
            .OrderBy(g => g.Key)
            .Select(g => new StayingContainers(g.Key, g.Sum(r => r.Count))),
    ];

    private StayReason? ReasonOf(int item) => cluster.Items[item] is { IsStateful: true } ? StayReason.Stateful
        : cluster.Items[item].App is not { } key || !apps.TryGetValue(key, out var app) ? StayReason.NoMarathon
        : app.MaximumOverCapacityRatio == 0 ? StayReason.NoOverCapacity
        : app.Deploying ? StayReason.Deploying
        : null;
}
