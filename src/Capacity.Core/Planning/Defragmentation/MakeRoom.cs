using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation.Goals;
using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation;

/// <summary>Finds the fewest moves after which an item fits that fits nowhere now.</summary>
/// <remarks>
/// One move is tried for every item on every machine, so where one is not enough that is certain. Beyond, it is a search: the bound
/// that comes with the answer says by how much it may be off. The bound counts, for each machine, how many of the largest items have to
/// leave; it is for plans that clear one machine by moves off it.
/// </remarks>
public static class MakeRoom
{
    /// <summary>Finds the moves.</summary>
    /// <param name="problem">The placement, and among its items the new one, not placed.</param>
    /// <param name="item">The index of the new item.</param>
    /// <param name="disruption">What may be asked of one group.</param>
    /// <param name="maxMoves">How many moves there may be.</param>
    /// <param name="cancellationToken">Ends the search without an answer.</param>
    public static RoomPlan Find(PackingProblem problem, int item, DisruptionBudget disruption, int maxMoves, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(disruption);
        var state = new MovingState(problem, disruption);
        var machines = Enumerable.Range(0, problem.Machines.Count).Where(m => state.Packing.IsAllowed(item, m)).ToList();
        if (machines.Exists(m => state.Packing.CanPlace(item, m)))
        {
            return new(machines.Find(m => state.Packing.CanPlace(item, m)), [], 0);
        }

        var candidates = machines
            .Select(m => (Machine: m, Missing: Missing(state, item, m)))
            .Select(c => (c.Machine, c.Missing, Least: Least(state, c.Machine, c.Missing)))
            .Where(c => c.Least is not null)
            .OrderBy(c => c.Least)
            .ToList();
        if (candidates.Count == 0)
        {
            return new(null, [], null);
        }

        var (machine, moves) = Search(state, item, candidates, maxMoves, cancellationToken);
        var least = candidates[0].Least!.Value;
        return new(machine, moves ?? [], least == 1 && moves is not [_] ? 2 : least);
    }

    private static (int? Machine, IReadOnlyList<Move>? Moves) Search(
        MovingState state, int item, List<(int Machine, double[] Missing, int? Least)> candidates, int maxMoves, CancellationToken cancellationToken)
    {
        var (best, found, most) = (default(int?), default(IReadOnlyList<Move>), maxMoves);
        var cost = new RemainderCost(new(state.Model, Shape(state, item)), -1);
        foreach (var (machine, missing, least) in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (least > most)
            {
                break;
            }

            var one = least == 1 ? OneMove(state, item, machine, cost) : null;
            if ((one ?? RoomOnMachine.Find(state, machine, missing, most, cost)) is { } moves && Fits(state, item, machine, moves))
            {
                (best, found, most) = (machine, moves, moves.Count - 1);
            }
        }

        return (best, found);
    }

    private static List<Move>? OneMove(MovingState state, int item, int machine, RemainderCost cost)
    {
        foreach (var kind in Kinds.Leaving(state, machine))
        {
            if (Targets.Cheapest(state, kind, machine, cost) is { } move && Fits(state, item, machine, [move]))
            {
                return [move];
            }
        }

        return null;
    }

    // What leaves a reservation makes no room for everybody, so it is tried out.
    private static bool Fits(MovingState state, int item, int machine, IReadOnlyList<Move> moves)
    {
        var fits = state.TryMakeAll(moves) && state.Packing.CanPlace(item, machine);
        state.TakeBackTo(0);
        return fits;
    }

    private static double[] Shape(MovingState state, int item)
    {
        var demand = state.Packing.Problem.Items[item].Demand;
        return demand.Any(d => d > 0) ? [.. demand] : [.. demand.Select(_ => 1.0)];
    }

    private static double[] Missing(MovingState state, int item, int machine)
    {
        var model = state.Model;
        var missing = model.DemandOf(item)[..model.Resources].ToArray();
        var reserved = model.Reservations.RowOf(item, machine);
        for (var r = 0; r < missing.Length; r++)
        {
            missing[r] -= state.Packing.FreeQuanta[(machine * model.Stride) + r] + (reserved < 0 ? 0 : ReservedRoom.Of(state.Packing, reserved, machine, r));
        }

        return missing;
    }

    // The largest items first, each resource by itself: nothing clears the machine with fewer.
    private static int? Least(MovingState state, int machine, double[] missing)
    {
        var least = 1;
        for (var r = 0; r < missing.Length; r++)
        {
            var (left, count) = (missing[r], 0);
            foreach (var demand in Movable(state, machine).Select(i => state.Model.DemandOf(i)[r]).OrderDescending())
            {
                if (left <= 0)
                {
                    break;
                }

                left -= demand;
                count++;
            }

            if (left > 0)
            {
                return null;
            }

            least = Math.Max(least, count);
        }

        return least;
    }

    private static IEnumerable<int> Movable(MovingState state, int machine) =>
        Kinds.Leaving(state, machine).SelectMany(k => Enumerable.Repeat(k, state.Leaving(k, machine)));
}
