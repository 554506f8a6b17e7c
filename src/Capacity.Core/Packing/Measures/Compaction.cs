using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Measures;

/// <summary>On how many of its agents the workload would fit.</summary>
/// <param name="Agents">How many agents the workload was tried on: those that take new tasks.</param>
/// <param name="Needed">The agents needed in each run, ascending.</param>
/// <param name="Percentile">Which of the runs counts, 0 to 1.</param>
/// <param name="Unplaced">The most items that stayed unplaced in a run.</param>
/// <param name="Softened">How many kinds of items were let share agents, for they would need more than half of all.</param>
/// <remarks>
/// The cell compaction of Verma et al. (CLUSTER 2014), with what is told of Borg (EuroSys 2015): the agents in random order, everything
/// packed anew, the largest items first, each on the first agent that takes it, so the last agent reached is how many are needed.
/// Some orders are tried and a high percentile counts. Up to 0.2 % of the items may stay unplaced, or 10 where that is 1 % at most: of few items 0.2 % is none. Agents with items that never move are needed in
/// every run. Apps that want an agent for each instance, and more than half of all agents, may share agents here, as in Borg. It is the rule's figure, not the least possible: see <see cref="BinPackingEfficiency"/>.
/// </remarks>
public sealed record Compaction(int Agents, IReadOnlyList<int> Needed, double Percentile, int Unplaced, int Softened)
{
    /// <summary>The share of items that may stay unplaced.</summary>
    public const double MostUnplacedRatio = 0.002;

    private const int FewUnplaced = 10;
    private const double FewUnplacedRatio = 0.01;

    /// <summary>Gets the agents that count: the percentile of the runs; <see langword="null"/> where too much stayed unplaced.</summary>
    public int? NeededAgents => Needed.Count == 0 ? null : Needed[(int)Math.Ceiling(Percentile * Needed.Count) - 1];

    /// <summary>Gets the needed agents as a share of all; <see langword="null"/> where too much stayed unplaced.</summary>
    public double? Ratio => Agents > 0 && NeededAgents is { } needed ? (double)needed / Agents : null;

    /// <summary>Measures a cluster.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="runs">How many orders to try, 1 or more.</param>
    /// <param name="percentile">Which of the runs counts, above 0 and up to 1.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Compaction Measure(ClusterProblem cluster, int runs, double percentile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var (problem, softened) = Soften(cluster.Problem);
        var repack = new Repack(problem);
        var needed = new int[runs];
        var unplaced = new int[runs];
        Parallel.For(0, runs, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = 2 }, run =>
        {
            var free = repack.Movable.ToArray();
            new Random(run).Shuffle(free);
            (needed[run], _, unplaced[run]) = repack.On([.. repack.Needed, .. free]);
        });
        var most = unplaced.Max();
        return new(
            cluster.Problem.Machines.Count(m => m.AcceptsNew),
            most > MostUnplaced(cluster.Problem.Items.Sum(i => i.Count)) ? [] : [.. needed.Order()],
            percentile,
            most,
            softened);
    }

    private static double MostUnplaced(int items) => Math.Max(MostUnplacedRatio * items, Math.Min(FewUnplaced, FewUnplacedRatio * items));

    private static (PackingProblem Problem, int Softened) Soften(PackingProblem problem)
    {
        var large = problem.Items.Where(i => Repack.NeedsMostMachines(problem, i)).ToHashSet();
        return large.Count == 0
            ? (problem, 0)
            : (new(problem.Resources, problem.Machines, [.. problem.Items.Select(i => large.Contains(i) ? i with { Constraints = [.. i.Constraints.Where(c => !Repack.IsPerMachine(c))] } : i)], given: problem.Given), large.Count);
    }
}
