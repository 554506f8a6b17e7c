using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Fitting;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Finds the fewest moves that make room for what does not fit.</summary>
public static class ClusterRoom
{
    private const string Wanted = "request";

    /// <summary>Finds them, for one instance of a request.</summary>
    /// <param name="snapshot">The cluster.</param>
    /// <param name="request">What is to fit.</param>
    /// <param name="maxMoves">How many moves there may be.</param>
    /// <param name="maxPerApp">How many instances of an app may be moved; <see langword="null"/> for a quarter of them, but one at least.</param>
    /// <param name="cancellationToken">Ends the search without an answer.</param>
    public static ClusterRoomPlan Find(ClusterSnapshot snapshot, FitRequest request, int maxMoves, int? maxPerApp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(request);
        var cluster = ClusterProblem.Read(snapshot);
        var now = new StayRules(snapshot, cluster).Pinned();
        var wanted = new PackingItem(Wanted, ClusterResources.ToAmounts(request.Shape)) { Constraints = request.Constraints, Role = cluster.Roles.PoolOf(request.Role) };
        var problem = new PackingProblem(now.Resources, now.Machines, [.. now.Items, wanted], now.Conflicts, now.Given);
        var plan = MakeRoom.Find(problem, now.Items.Count, maxPerApp is { } most ? new(most, 1) : new(), maxMoves, cancellationToken);
        var moves = plan.Moves.Select((m, i) => new PlannedMove(m, i + 1, i + 1 == plan.Moves.Count ? 1 : 0)).ToList();
        return new(
            plan.Machine is { } machine ? cluster.Agents[machine].Name : null,
            new StepWriter(snapshot, cluster).Write(moves),
            plan.LeastMoves,
            plan.IsFewest);
    }
}
