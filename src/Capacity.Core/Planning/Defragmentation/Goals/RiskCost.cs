using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>The risk of a group once its item has gone from one machine to another, below a limit; of equals the fullest machine.</summary>
internal readonly struct RiskCost(RiskGoal goal, ShapeFit fit, int group, int from, double limit) : ITargetCost
{
    // Risks differ by 0.001 at least.
    private const double Tie = 1e-4;

    public double Of(MovingState state, int item, int machine)
    {
        if (machine == from || goal.After(state, group, from, machine) is var risk && risk >= limit)
        {
            return double.PositiveInfinity;
        }

        var left = Math.Max(0, fit.With(state, machine, item, 1));
        return risk + (Tie * left / (1 + left));
    }
}
