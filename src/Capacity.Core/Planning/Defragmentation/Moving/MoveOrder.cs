namespace Capacity.Core.Planning.Defragmentation.Moving;

/// <summary>Puts moves into an order in which each is possible, every item started on its target before it ends on its source.</summary>
/// <remarks>Where the moves wait for one another in a circle, one of them goes to a spare machine first, and from there to its target at the end.</remarks>
internal static class MoveOrder
{
    /// <summary>Finds an order; leaves the state as it was.</summary>
    /// <param name="state">The placement before the moves.</param>
    /// <param name="moves">The moves.</param>
    /// <param name="spare">What machines cost as spare ones.</param>
    /// <returns>The moves, and one more for each circle; <see langword="null"/> where there is no order.</returns>
    public static IReadOnlyList<Move>? Find<TCost>(MovingState state, IReadOnlyList<Move> moves, TCost spare)
        where TCost : ITargetCost
    {
        var before = state.Moves;
        var ordered = new List<Move>();
        var waiting = moves.Select(m => (Move: m, IsAside: false)).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(w => state.TryMake(w.Move));
            if (next >= 0)
            {
                ordered.Add(waiting[next].Move);
                waiting.RemoveAt(next);
            }
            else if (Detour(state, waiting, spare) is not { } aside)
            {
                break;
            }
            else
            {
                ordered.Add(aside);
            }
        }

        state.TakeBackTo(before);
        return waiting.Count == 0 ? ordered : null;
    }

    // Each move takes one detour at most, so there is an end.
    private static Move? Detour<TCost>(MovingState state, List<(Move Move, bool IsAside)> waiting, TCost spare)
        where TCost : ITargetCost
    {
        for (var i = 0; i < waiting.Count; i++)
        {
            var (move, isAside) = waiting[i];
            if (!isAside && state.Leaving(move.Item, move.From) > 0 && Targets.Cheapest(state, move.Item, move.From, spare) is { } aside)
            {
                state.Make(aside);
                waiting[i] = (move with { From = aside.To }, true);
                return aside;
            }
        }

        return null;
    }
}
