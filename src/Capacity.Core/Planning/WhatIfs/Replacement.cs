using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>Starts what is not placed after a change: the largest first, on the fullest agents that take it; nothing that runs is moved.</summary>
internal sealed class Replacement
{
    private readonly ClusterProblem cluster;
    private readonly Dictionary<int, int> started = [];

    private Replacement(ClusterProblem cluster)
    {
        this.cluster = cluster;
        State = new(cluster.Problem, keepGiven: true);
    }

    /// <summary>Gets where everything is afterwards.</summary>
    public PackingState State { get; }

    /// <summary>Gets how many instances had to be started.</summary>
    public int ToPlace { get; private set; }

    /// <summary>Gets the most instances that were started on one agent.</summary>
    public int MostOnOneAgent => started.Count == 0 ? 0 : started.Values.Max();

    /// <summary>Gets how many were started.</summary>
    public int Started => started.Values.Sum();

    /// <summary>Gets the apps that are left over.</summary>
    public IReadOnlyList<UnplacedApp> Unplaced { get; private set; } = [];

    public static Replacement Run(ClusterProblem cluster, CancellationToken cancellationToken)
    {
        var replacement = new Replacement(cluster);
        replacement.Place(cancellationToken);
        return replacement;
    }

    private void Place(CancellationToken cancellationToken)
    {
        var sizes = FillOrder.SizeOfItems(cluster.Problem);
        var packer = new FirstFit(State, FillOrder.FullestFirst(State));
        var over = new List<(int Item, int Count)>();
        foreach (var item in Enumerable.Range(0, cluster.Items.Count).Where(i => State.Unplaced(i) > 0).OrderByDescending(i => sizes[i]).ThenBy(i => i))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = State.Unplaced(item);
            ToPlace += left;

            // What keeps data on a lost agent waits for that agent.
            for (; left > 0 && !cluster.Problem.Items[item].IsPinned && packer.Place(item) is var machine and >= 0; left--)
            {
                started[machine] = started.GetValueOrDefault(machine) + 1;
            }

            if (left > 0)
            {
                over.Add((item, left));
            }
        }

        Unplaced = [.. over.GroupBy(o => cluster.Items[o.Item].App!.Value)
            .Select(app => new UnplacedApp(app.Key, app.Sum(o => o.Count), ReasonOf(app.First().Item)))
            .OrderByDescending(u => u.Instances).ThenBy(u => u.App.ToString(), StringComparer.Ordinal)];
    }

    private string ReasonOf(int item)
    {
        if (cluster.Problem.Items[item].IsPinned)
        {
            return "its data is on the lost agent";
        }

        var obstacles = Enumerable.Range(0, cluster.Agents.Count).Select(m => State.WhyNot(item, m)).OfType<PlacementObstacle>()
            .CountBy(o => (o.Kind, Subject: o.Kind == ObstacleKind.MachineClosed ? "takes no new tasks" : o.Subject))
            .OrderByDescending(o => o.Value).ThenBy(o => o.Key.Subject, StringComparer.Ordinal).Take(2)
            .Select(o => $"{(o.Key.Kind == ObstacleKind.Resource ? $"too little {ClusterResources.WordOf(o.Key.Subject)}" : o.Key.Subject)} on {o.Value} of {cluster.Agents.Count} agents");
        return string.Join(", ", obstacles);
    }
}
