using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>Prefers the target that is left with the least; never the machine that is being cleared.</summary>
internal readonly struct RemainderCost(ShapeFit fit, int cleared) : ITargetCost
{
    public double Of(MovingState state, int item, int machine) =>
        machine != cleared && fit.OnAndWith(state, machine, item).With is var left and >= 0 ? left : double.PositiveInfinity;
}
