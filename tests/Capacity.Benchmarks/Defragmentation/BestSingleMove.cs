using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation;

namespace Capacity.Benchmarks.Defragmentation;

/// <summary>A baseline: of all moves of one container, the one that makes the most 16-core pieces now; best fit among equals.</summary>
internal static class BestSingleMove
{
    private const double Piece = 16;

    public static DefragmentationPlan Plan(PackingProblem problem, int most)
    {
        var state = new PackingState(problem);
        var moves = new List<PlannedMove>();
        while (moves.Count < most && Best(state) is { } move)
        {
            state.Place(move.Item, move.To);
            state.Remove(move.Item, move.From);
            moves.Add(new(move, moves.Count + 1, 0));
        }

        return new(DefragmentationGoal.Fragmentation, 0, moves, 0, false);
    }

    private static Move? Best(PackingState state)
    {
        var (best, score) = (default(Move?), 1e-9);
        for (var from = 0; from < state.Problem.Machines.Count; from++)
        {
            foreach (var placed in state.On(from).ToArray())
            {
                var demand = state.Problem.Items[placed.Item].Demand[0];
                if (placed.Movable > 0 && Whole(state.Free(from, 0) + demand) - Whole(state.Free(from, 0)) is var gain and > 0 && Target(state, placed.Item, from) is { } to
                    && gain - (demand / 1000) is var worth && worth > score && IsSpreadKept(state, placed.Item, from, to))
                {
                    (best, score) = (new(placed.Item, from, to), worth);
                }
            }
        }

        return best;
    }

    // A baseline must not win by breaking GROUP_BY: it moves such an item within its zone only.
    private static bool IsSpreadKept(PackingState state, int item, int from, int to) =>
        !state.Problem.Items[item].Constraints.Any(c => c.Operator == ConstraintOperator.GroupBy)
        || state.Problem.Machines[from].Attributes["zone"] == state.Problem.Machines[to].Attributes["zone"];

    private static int? Target(PackingState state, int item, int from)
    {
        var (best, least) = (default(int?), double.MaxValue);
        var demand = state.Problem.Items[item].Demand[0];
        for (var to = 0; to < state.Problem.Machines.Count; to++)
        {
            var left = state.Free(to, 0) - demand;
            if (to != from && left < least && left >= 0 && Whole(left) == Whole(state.Free(to, 0)) && state.CanPlace(item, to))
            {
                (best, least) = (to, left);
            }
        }

        return best;
    }

    private static double Whole(double cores) => Math.Floor((cores + 1e-9) / Piece);
}
