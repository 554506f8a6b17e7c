using Capacity.Core.Planning.Defragmentation.Moving;
using Capacity.Core.Planning.Defragmentation.Search;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>As large a task as possible, in the proportions of a shape, fits on one machine.</summary>
internal sealed class LargestFitGoal(ShapeFit fit, int machines) : IMoveGoal
{
    public int Focuses => machines;

    public bool IsLocal => false;

    public double Value(MovingState state)
    {
        var largest = 0.0;
        for (var m = 0; m < machines; m++)
        {
            largest = Math.Max(largest, fit.On(state, m));
        }

        return largest;
    }

    public double Measure(MovingState state) => Value(state);

    public MoveBundle? Propose(MovingState state, int focus, int most, Random random)
    {
        var (before, largest, useful) = (state.Moves, Value(state), 0);
        var moves = new List<Move>();
        var reached = largest;
        while (moves.Count < most && Next(state, focus) is { } move)
        {
            state.Make(move);
            moves.Add(move);
            if (fit.On(state, focus) is var now && now > reached + 1e-9)
            {
                (reached, useful) = (now, moves.Count);
            }
        }

        state.TakeBackTo(before);

        // What counts is how far it gets: a machine that gains quickly at first may end early.
        return useful == 0 ? null : new(moves[..useful], reached - largest);
    }

    public IEnumerable<int> Touched(MovingState state, Move move) => [move.From, move.To];

    private Move? Next(MovingState state, int machine)
    {
        foreach (var kind in Kinds.Leaving(state, machine).OrderByDescending(k => fit.With(state, machine, k, -1)).ThenByDescending(k => Weight(state, k)).ThenBy(k => k))
        {
            if (Targets.Cheapest(state, kind, machine, new RemainderCost(fit, machine)) is { } move)
            {
                return move;
            }
        }

        return null;
    }

    // Where two resources are equally scarce no single item helps, and the larger of two is the better one.
    private double Weight(MovingState state, int kind)
    {
        var weight = 0.0;
        foreach (var r in fit.Resources)
        {
            weight += state.Model.DemandOf(kind)[r] / fit.AmountOf(r);
        }

        return weight;
    }
}
