using Capacity.Core.Planning.Defragmentation.Moving;
using Capacity.Core.Planning.Defragmentation.Search;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>As many as possible of one shape fit, counted machine by machine.</summary>
/// <remarks>
/// Measured as the X-fragment rate of VMR2L (EuroSys 2025): the share of what is free that no whole shape can use, of the
/// first resource that the shape asks for.
/// </remarks>
internal sealed class FragmentationGoal(ShapeFit fit, int machines) : IMoveGoal
{
    public int Focuses => machines;

    public bool IsLocal => true;

    public double Value(MovingState state) => -Measure(state);

    public double Measure(MovingState state)
    {
        var (model, resource, free, whole) = (state.Model, fit.Resources[0], 0.0, 0.0);
        for (var m = 0; m < machines; m++)
        {
            whole += ShapeFit.Whole(fit.On(state, m));
            free += model.Eligibility.Accepts[m] ? state.Packing.FreeQuanta[(m * model.Stride) + resource] : 0;
        }

        return free > 0 ? Math.Max(0, 1 - (whole * fit.AmountOf(resource) / free)) : 0;
    }

    public MoveBundle? Propose(MovingState state, int focus, int most, Random random)
    {
        var model = state.Model;
        if (!model.Eligibility.Accepts[focus])
        {
            return null;
        }

        var wanted = ShapeFit.Whole(fit.On(state, focus)) + 1;
        var missing = new double[model.Resources];
        var gap = 0.0;
        foreach (var r in fit.Resources)
        {
            missing[r] = (wanted * fit.AmountOf(r)) - state.Packing.FreeQuanta[(focus * model.Stride) + r];
            if (wanted * fit.AmountOf(r) > model.CapacityOf(focus)[r] + 1e-9)
            {
                return null;
            }

            gap = Math.Max(gap, missing[r] / fit.AmountOf(r));
        }

        // Of two ways with as many moves the one that moves less leaves more room for others.
        return RoomOnMachine.Find(state, focus, missing, most, new WholeFitCost(fit)) is { } moves ? new(moves, (1 - (0.1 * gap)) / moves.Count) : null;
    }

    public IEnumerable<int> Touched(MovingState state, Move move) => [move.From, move.To];
}
