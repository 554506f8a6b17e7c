namespace Capacity.Core.Planning.Defragmentation.Moving;

/// <summary>Finds the target of a move.</summary>
internal static class Targets
{
    /// <summary>Finds the cheapest machine that an item can go to.</summary>
    /// <returns><see langword="null"/> where there is none.</returns>
    public static Move? Cheapest<TCost>(MovingState state, int item, int from, TCost cost)
        where TCost : ITargetCost
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var m = 0; m < state.Model.Machines && least > 0; m++)
        {
            var price = cost.Of(state, item, m);
            if (price < least && state.CanGo(new(item, from, m)))
            {
                (best, least) = (m, price);
            }
        }

        return best < 0 ? null : new(item, from, best);
    }
}
