using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>How much less of a shape fits on the target than before; so much less at most.</summary>
internal readonly struct LossCost(ShapeFit fit, double most) : ITargetCost
{
    public double Of(MovingState state, int item, int machine)
    {
        var left = fit.With(state, machine, item, 1);
        return left >= 0 && fit.On(state, machine) - left is var loss && loss < most ? loss : double.PositiveInfinity;
    }
}
