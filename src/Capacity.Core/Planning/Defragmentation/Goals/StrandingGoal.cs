using Capacity.Core.Planning.Defragmentation.Moving;
using Capacity.Core.Planning.Defragmentation.Search;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>As much as possible of the workload's mix fits into what is free, machine by machine: the rest of it is stranded.</summary>
/// <remarks>
/// Measured as the mean over the mix's resources of stranded / capacity. But for reservations what is free of each is the same after
/// every move, so it is less where more of the mix fits. After the balance cost of the ROADEF/EURO 2012 machine reassignment challenge.
/// </remarks>
internal sealed class StrandingGoal(ShapeFit fit, int machines) : IMoveGoal
{
    private const int Partners = 12;
    private const double Least = 1e-6;

    public int Focuses => machines;

    public bool IsLocal => true;

    public double Value(MovingState state) => -Measure(state);

    public double Measure(MovingState state)
    {
        var (model, usable, ratio) = (state.Model, 0.0, 0.0);
        for (var m = 0; m < machines; m++)
        {
            usable += fit.On(state, m);
        }

        foreach (var r in fit.Resources)
        {
            var (free, capacity) = (0.0, 0.0);
            for (var m = 0; m < machines; m++)
            {
                free += model.Eligibility.Accepts[m] ? state.Packing.FreeQuanta[(m * model.Stride) + r] : 0;
                capacity += model.CapacityOf(m)[r];
            }

            ratio += capacity > 0 ? Math.Max(0, free - (usable * fit.AmountOf(r))) / capacity : 0;
        }

        return ratio / fit.Resources.Length;
    }

    public MoveBundle? Propose(MovingState state, int focus, int most, Random random)
    {
        var kinds = Kinds.Leaving(state, focus);
        var best = most < 1 ? null : Shift(state, focus, kinds);
        for (var i = 0; i < Partners && most > 1 && kinds.Count > 0; i++)
        {
            best = Better(best, Swap(state, focus, kinds, random.Next(machines), most));
        }

        return best;
    }

    public IEnumerable<int> Touched(MovingState state, Move move) => [move.From, move.To];

    private static MoveBundle? Better(MoveBundle? left, MoveBundle? right) =>
        left is null || right?.Worth > left.Worth ? right : left;

    private MoveBundle? Shift(MovingState state, int focus, List<int> kinds)
    {
        var (best, most) = (default(Move?), Least);
        var now = fit.On(state, focus);

        // No target can gain by taking an item, so a kind that gives back less than the best so far is out of the question.
        foreach (var (kind, gain) in kinds.Select(k => (k, fit.With(state, focus, k, -1) - now)).OrderByDescending(k => k.Item2))
        {
            if (gain <= most)
            {
                break;
            }

            if (Targets.Cheapest(state, kind, focus, new LossCost(fit, gain - most)) is { } move)
            {
                (best, most) = (move, gain - new LossCost(fit, double.MaxValue).Of(state, kind, move.To));
            }
        }

        return best is { } found ? new([found], most) : null;
    }

    private MoveBundle? Swap(MovingState state, int focus, List<int> kinds, int partner, int moves)
    {
        if (partner == focus)
        {
            return null;
        }

        var (best, gain) = (default((Move, Move)?), Least);
        var before = fit.On(state, focus) + fit.On(state, partner);
        foreach (var other in Kinds.Leaving(state, partner))
        {
            // What comes only takes: the partner never has more than without the other.
            var most = fit.With(state, partner, other, -1) - before;
            foreach (var kind in kinds)
            {
                var here = fit.Exchanged(state, focus, kind, other);
                if (kind == other || here + most <= gain)
                {
                    continue;
                }

                var now = here + fit.Exchanged(state, partner, other, kind) - before;
                if (now > gain)
                {
                    (best, gain) = ((new(kind, focus, partner), new(other, partner, focus)), now);
                }
            }
        }

        return best is ({ } there, { } back) && MoveOrder.Find(state, [there, back], new RemainderCost(fit, -1)) is { } found && found.Count <= moves
            ? new(found, gain / found.Count)
            : null;
    }
}
