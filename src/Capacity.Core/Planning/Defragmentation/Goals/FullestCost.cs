using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>Fills the fullest machines first, and never an empty one.</summary>
internal readonly struct FullestCost(ShapeFit fit) : ITargetCost
{
    public double Of(MovingState state, int item, int machine)
    {
        var left = fit.With(state, machine, item, 1);
        return left < 0 || state.Packing.On(machine).Length == 0 ? double.PositiveInfinity : left;
    }
}
