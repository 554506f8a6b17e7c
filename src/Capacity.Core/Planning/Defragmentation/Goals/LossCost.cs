using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>How much less of a shape fits on the target than before; so much less at most.</summary>
internal readonly struct LossCost(ShapeFit fit, double most) : ITargetCost
{
    public double Of(MovingState state, int item, int machine)
    {
        var (now, left) = fit.OnAndWith(state, machine, item);
        return left >= 0 && now - left < most ? now - left : double.PositiveInfinity;
    }
}
