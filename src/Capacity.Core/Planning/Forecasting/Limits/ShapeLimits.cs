using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Forecasting.History;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Forecasting.Limits;

/// <summary>Lets today's workload grow until nothing more is placed, and looks meanwhile for how long shapes find room.</summary>
/// <remarks>
/// Instances are drawn at random from what runs, and each goes to a random agent that takes it, as offers of Mesos come in random order:
/// room for large tasks is lost earlier than a packer would lose it. Room is that of everybody's resources.
/// </remarks>
public sealed class ShapeLimits
{
    /// <summary>The growth between two looks for room, as a share of the workload.</summary>
    private const double Grid = 0.02;
    private const double MostGrowth = 10;
    private const double Refused = 0.05;

    private readonly ClusterProblem cluster;
    private readonly (DemandCut Cut, int[] Machines, DemandResource Resource)[] cuts;
    private readonly (ResourceVector Shape, double[] Amounts)[] shapes;

    private ShapeLimits(ClusterProblem cluster, IEnumerable<ResourceVector> shapes, PackingState now)
    {
        this.cluster = cluster;
        this.shapes = [.. shapes.Distinct().Select(s => (s, ClusterResources.ToAmounts(s)))];
        var all = Enumerable.Range(0, cluster.Agents.Count).ToArray();
        cuts =
        [
            (DemandCut.Cluster, all, Fullest(now, all)),
            .. all.GroupBy(m => cluster.Agents[m].Zone).OrderBy(z => z.Key, StringComparer.Ordinal).Select(z => (DemandCut.Zone(z.Key), z.ToArray(), Fullest(now, [.. z]))),
        ];
    }

    /// <summary>Measures shapes in the cluster and in each zone.</summary>
    /// <param name="cluster">The cluster: its items are the mix.</param>
    /// <param name="shapes">The shapes.</param>
    /// <param name="runs">How many orders are tried, 1 or more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IReadOnlyList<ShapeLimit> Measure(ClusterProblem cluster, IEnumerable<ResourceVector> shapes, int runs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(shapes);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var now = new PackingState(cluster.Problem, keepGiven: true);
        return new ShapeLimits(cluster, shapes, now).Measure(now, runs, cancellationToken);
    }

    private List<ShapeLimit> Measure(PackingState now, int runs, CancellationToken cancellationToken)
    {
        var items = cluster.Problem.Items.Select((item, i) => item with { Count = cluster.Items[i].App is null ? 0 : item.Count, IsPinned = false }).ToList();
        var first = new PackingProblem(cluster.Problem.Resources, FreeRoom.Of(now), items);
        var before = cuts.Select(c => Taken(now, c.Machines, c.Resource)).ToArray();
        var free = FreeOf(new(first));
        var limits = Enumerable.Range(0, runs).Select(run => Run(first, before, new Random(run), cancellationToken)).ToList();
        var results = new List<ShapeLimit>();
        for (var s = 0; s < shapes.Length; s++)
        {
            for (var c = 0; c < cuts.Length; c++)
            {
                var room = cuts[c].Machines.Sum(m => RoomOn(free[m], shapes[s].Amounts));
                results.Add(new(shapes[s].Shape, cuts[c].Cut, room, cuts[c].Resource, room == 0 ? before[c] : Median([.. limits.Select(l => l[s, c])])));
            }
        }

        return results;
    }

    /// <summary>One growth: what was allocated in each cut when a shape last found room in it.</summary>
    private double?[,] Run(PackingProblem problem, double[] before, Random random, CancellationToken cancellationToken)
    {
        var limits = new double?[shapes.Length, cuts.Length];
        var sizes = FillOrder.SizeOfItems(problem);
        var workload = problem.Items.Select((item, i) => sizes[i] * item.Count).Sum();
        int[] draws = [.. problem.Items.SelectMany((item, i) => Enumerable.Repeat(i, item.Count))];
        var order = Enumerable.Range(0, problem.Machines.Count).ToArray();
        random.Shuffle(order);
        if (workload <= 0)
        {
            return limits;
        }

        // Each round is of instances of their own, under their own constraints: apps that are started a second time.
        var taken = before;
        var (placed, refused) = (0.0, 0.0);
        while (placed < MostGrowth * workload)
        {
            var state = new PackingState(problem);
            random.Shuffle(draws);
            var next = placed + (Grid * workload);
            foreach (var item in draws)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var isPlaced = Place(state, item, order, random.Next(order.Length));
                placed += isPlaced ? sizes[item] : 0;
                refused += isPlaced ? 0 : sizes[item];
                if (refused > Refused * workload)
                {
                    Look(limits, state, taken);
                    return limits;
                }

                if (placed >= next)
                {
                    Look(limits, state, taken);
                    next += Grid * workload;
                }
            }

            taken = [.. cuts.Select((c, i) => taken[i] + Taken(state, c.Machines, c.Resource))];
            problem = new(problem.Resources, FreeRoom.Of(state), problem.Items);
        }

        return limits;
    }

    /// <summary>Places an instance on the first machine that takes it, from somewhere in an order on and round.</summary>
    private static bool Place(PackingState state, int item, int[] order, int start)
    {
        for (var p = 0; p < order.Length; p++)
        {
            var machine = order[(start + p) % order.Length];
            if (state.Fits(item, machine) && state.Model.Eligibility.Accepts[machine] && state.Model.Eligibility.Allows(item, machine) && state.IsAllowed(item, machine))
            {
                state.Place(item, machine);
                return true;
            }
        }

        return false;
    }

    private void Look(double?[,] limits, PackingState state, double[] before)
    {
        var free = FreeOf(state);
        for (var c = 0; c < cuts.Length; c++)
        {
            for (var s = 0; s < shapes.Length; s++)
            {
                if (limits[s, c] is null && !Array.Exists(cuts[c].Machines, m => RoomOn(free[m], shapes[s].Amounts) > 0))
                {
                    limits[s, c] = before[c] + Taken(state, cuts[c].Machines, cuts[c].Resource);
                }
            }
        }
    }

    /// <summary>What everybody may take of each machine; nothing of those that are closed.</summary>
    private IReadOnlyList<double>[] FreeOf(PackingState state) =>
        [.. Enumerable.Range(0, state.Problem.Machines.Count).Select(m => cluster.Agents[m].TakesNewTasks ? FreeRoom.Of(state, m, null) : [.. state.Problem.Resources.Select(_ => 0.0)])];

    private static long RoomOn(IReadOnlyList<double> free, double[] shape)
    {
        var room = double.MaxValue;
        for (var r = 0; r < shape.Length; r++)
        {
            room = shape[r] > 0 ? Math.Min(room, Math.Floor(free[r] * (1 + 1e-9) / shape[r])) : room;
        }

        return room == double.MaxValue ? 0 : (long)room;
    }

    private static double Taken(PackingState state, int[] machines, DemandResource resource)
    {
        var sum = 0.0;
        foreach (var m in machines)
        {
            foreach (var placed in state.On(m))
            {
                sum += state.Problem.Items[placed.Item].Demand[(int)resource] * placed.Count;
            }
        }

        return sum;
    }

    private static DemandResource Fullest(PackingState now, int[] machines) => new[] { DemandResource.Cpus, DemandResource.Memory }.MaxBy(r =>
        machines.Sum(m => FillOrder.CapacityOf(now.Problem.Machines[m], (int)r)) is > 0 and var total ? Taken(now, machines, r) / total : 0);

    /// <summary>The median; none where at least half of the runs have none.</summary>
    private static double? Median(double?[] values) => values.OrderBy(v => v ?? double.MaxValue).ElementAt(values.Length / 2);
}
