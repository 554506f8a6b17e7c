using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>Fills the fullest machines first, and never an empty one.</summary>
internal readonly struct FullestCost(ShapeFit fit) : ITargetCost
{
    public double Of(MovingState state, int item, int machine) =>
        state.Packing.On(machine).Length > 0 && fit.OnAndWith(state, machine, item).With is var left and >= 0 ? left : double.PositiveInfinity;
}
