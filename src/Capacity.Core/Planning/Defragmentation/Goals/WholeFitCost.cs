using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>Fills up remainders: an item must not cost its target a whole shape, and best leaves little over.</summary>
internal readonly struct WholeFitCost(ShapeFit fit) : ITargetCost
{
    public double Of(MovingState state, int item, int machine)
    {
        var (now, left) = fit.OnAndWith(state, machine, item);
        var whole = ShapeFit.Whole(now);
        return left < 0 || ShapeFit.Whole(left) < whole ? double.PositiveInfinity : left - whole;
    }
}
