using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Plans moves for a cluster.</summary>
/// <remarks>
/// Only apps that a Marathon runs are moved, and only where their upgrade strategy allows one instance more for a while: every step
/// starts the new instance first, so <c>minimumHealthCapacity</c> is kept whatever it is. Groups that have to keep a quorum are those
/// that <see cref="PlacementRisks"/> knows; all others keep one instance through any failure where they have two or more.
/// </remarks>
public static class ClusterPlanner
{
    /// <summary>The cores of a useful piece, where none are asked for.</summary>
    public const double PieceCores = 16;

    /// <summary>Plans.</summary>
    /// <param name="snapshot">The cluster.</param>
    /// <param name="request">What is to be achieved.</param>
    /// <param name="time">The clock for the search's budget.</param>
    /// <param name="progress">Told how far it is; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the search without an answer.</param>
    public static ClusterPlan Plan(
        ClusterSnapshot snapshot, ClusterPlanRequest request, TimeProvider time, IProgress<(double Measure, int Moves)>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(request);
        var cluster = ClusterProblem.Read(snapshot);
        var rules = new StayRules(snapshot, cluster);
        var problem = rules.Pinned();
        var mix = MixOf(cluster);
        var piece = request.Shape ?? (request.Goal == DefragmentationGoal.Fragmentation ? new(CpuCores.FromCores(PieceCores), MemorySize.Zero) : mix);
        var asked = RequestOf(snapshot, cluster, request) with { Shape = ClusterResources.ToAmounts(piece) };
        var plan = DefragmentationPlanner.Plan(problem, asked, time, progress, cancellationToken);
        var moves = plan.Moves.Select(m => m.Move).ToList();
        return new()
        {
            Request = request,
            At = snapshot.TakenAt,
            Shape = piece,
            Containers = cluster.Items.Select((item, i) => item.App is null ? 0 : cluster.Problem.Items[i].Count).Sum(),
            Before = plan.Before,
            Steps = new StepWriter(snapshot, cluster).Write(plan.Moves),
            Effects = [.. Enum.GetValues<DefragmentationGoal>().Select(EffectOn)],
            Staying = rules.Count(),
            Notes = cluster.Notes,
            RanOutOfTime = plan.RanOutOfTime,
        };

        PlanEffect EffectOn(DefragmentationGoal goal)
        {
            var shape = goal == request.Goal ? piece
                : goal == DefragmentationGoal.Fragmentation ? new(CpuCores.FromCores(PieceCores), MemorySize.Zero)
                : mix;
            var (before, after) = DefragmentationPlanner.Measure(problem, asked with { Goal = goal, Shape = ClusterResources.ToAmounts(shape) }, moves);
            return new(goal, before, after);
        }
    }

    private static DefragmentationRequest RequestOf(ClusterSnapshot snapshot, ClusterProblem cluster, ClusterPlanRequest request) => new()
    {
        Goal = request.Goal,
        MaxMoves = request.MaxMoves,
        Shape = [],
        Disruption = request.MaxPerApp is { } most ? new(most, 1) : new(),
        FailureDomains = [[.. cluster.Agents.Select(a => a.Name.Hostname)], [.. cluster.Agents.Select(a => a.Rack)], [.. cluster.Agents.Select(a => a.Zone)]],
        Quorums = QuorumsOf(snapshot),
        Seed = request.Seed,
        Budget = request.Budget,
    };

    private static Dictionary<string, int> QuorumsOf(ClusterSnapshot snapshot)
    {
        var apps = snapshot.Marathons.SelectMany(m => m.Apps).DistinctBy(a => a.Key).ToDictionary(a => a.Key);
        return snapshot.Containers.GroupBy(c => c.App)
            .Select(g => (g.Key, Quorum: PlacementRisks.QuorumOf([.. g], apps.GetValueOrDefault(g.Key))))
            .Where(g => g.Quorum is not null)
            .ToDictionary(g => g.Key.ToString(), g => g.Quorum!.Value);
    }

    /// <summary>One core of what runs, with the memory that goes with it; one core alone where nothing runs.</summary>
    private static ResourceVector MixOf(ClusterProblem cluster)
    {
        var all = cluster.Items.Index().Where(i => i.Item.App is not null).Aggregate(
            (Cores: 0.0, Bytes: 0.0), (sum, i) => (sum.Cores + (cluster.Problem.Items[i.Index].Demand[0] * cluster.Problem.Items[i.Index].Count), sum.Bytes + (cluster.Problem.Items[i.Index].Demand[1] * cluster.Problem.Items[i.Index].Count)));
        return new(CpuCores.FromCores(1), all.Cores > 0 ? MemorySize.FromBytes((long)(all.Bytes / all.Cores)) : MemorySize.Zero);
    }
}
