using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Measures;

/// <summary>By how much today's workload may grow in its mix until no more is placed; nothing that runs is moved.</summary>
/// <param name="Ratio">
/// The growth, 0 or more, where 0.15 is 15 % more of everything, by the resource of which the workload takes most; the mean over the runs.
/// </param>
/// <param name="Low">The least of the runs.</param>
/// <param name="High">The most of the runs.</param>
/// <param name="Runs">How many orders of apps were tried.</param>
/// <param name="IsAtLeast">Whether there was room for more and it was not looked for.</param>
/// <remarks>
/// The workload inflation of Verma, Korupolu and Wilkes (CLUSTER 2014): whole apps are drawn in random order, the same for every cluster, and
/// each is started a second time as an app of its own, under its own constraints. It ends when a twentieth of a run's drawn
/// resources found no room, for one app that is hard to place is no full cluster; what is placed by then counts. The rule is <see cref="FirstFit"/>,
/// the fullest agents first: agents that are added never lower it.
/// </remarks>
public sealed record GrowthHeadroom(double Ratio, double Low, double High, int Runs, bool IsAtLeast)
{
    /// <summary>How far growth is looked at: ten times the workload.</summary>
    public const double MostRatio = MostRounds;

    private const double Refused = 0.05;
    private const int MostRounds = 10;

    /// <summary>Measures the room that a placement leaves.</summary>
    /// <param name="cluster">The cluster: its items are the mix.</param>
    /// <param name="now">Where everything is.</param>
    /// <param name="runs">How many orders of apps to try, 1 or more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static GrowthHeadroom Measure(ClusterProblem cluster, PackingState now, int runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(now);
        return Measure(cluster, now, runs, FillOrder.FullestFirst(now), _ => true, cancellationToken);
    }

    /// <summary>Measures the room for some of the items, on the machines in an order: the same order before and after a change makes the two comparable.</summary>
    internal static GrowthHeadroom Measure(ClusterProblem cluster, PackingState now, int runs, int[] order, Func<int, bool> grows, CancellationToken cancellationToken)
    {
        var items = cluster.Problem.Items.Where((item, i) => cluster.Items[i].App is not null && item.Count > 0 && grows(i)).Select(i => i with { IsPinned = false }).ToList();
        if (items.Count == 0)
        {
            return new(0, 0, 0, 0, true);
        }

        var first = new PackingProblem(cluster.Problem.Resources, FreeRoom.Of(now), items);
        var ratios = Enumerable.Range(0, runs).Select(run => Run(first, order, new Random(run), cancellationToken)).ToList();
        return new(ratios.Average(), ratios.Min(), ratios.Max(), runs, ratios.TrueForAll(r => r >= MostRounds));
    }

    private static double Run(PackingProblem problem, int[] order, Random random, CancellationToken cancellationToken)
    {
        var sizes = FillOrder.SizeOfItems(problem);
        var workload = problem.Items.Select((item, i) => sizes[i] * item.Count).Sum();
        var apps = problem.Items.Select((item, i) => (Item: i, Group: item.Group ?? item.Id)).GroupBy(i => i.Group, i => i.Item).Select(g => g.ToArray()).ToArray();
        var (placed, refused) = (0.0, 0.0);
        for (var round = 0; round < MostRounds; round++)
        {
            var state = new PackingState(problem);
            var packer = new FirstFit(state, order);
            random.Shuffle(apps);
            foreach (var item in apps.SelectMany(a => a))
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var i = 0; i < problem.Items[item].Count; i++)
                {
                    if (packer.Place(item) >= 0)
                    {
                        placed += sizes[item];
                    }
                    else if ((refused += sizes[item]) > Refused * workload)
                    {
                        return placed / workload;
                    }
                }
            }

            problem = new(problem.Resources, FreeRoom.Of(state), problem.Items);
        }

        return MostRounds;
    }
}
