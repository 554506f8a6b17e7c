using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Search;

/// <summary>Numbers moves that may run at the same time alike.</summary>
internal static class Waves
{
    /// <summary>Gives each move its wave, from 1; waves are stretches of the plan.</summary>
    /// <remarks>In a wave all targets are taken before any source is freed, so no order within it can exceed a machine.</remarks>
    public static IReadOnlyList<int> Of(PackingProblem problem, DisruptionBudget disruption, IReadOnlyList<Move> moves)
    {
        var state = new MovingState(problem, new(MostRatio: 1));
        var (waves, begun, wave) = (new List<int>(moves.Count), 0, 1);
        for (var i = 0; i < moves.Count; i++)
        {
            if (!MayJoin(state, disruption, moves, begun, i))
            {
                for (; begun < i; begun++)
                {
                    state.Make(moves[begun]);
                }

                wave++;
            }

            waves.Add(wave);
        }

        return waves;
    }

    private static bool MayJoin(MovingState state, DisruptionBudget disruption, IReadOnlyList<Move> moves, int begun, int next)
    {
        if (begun == next)
        {
            return true;
        }

        var group = state.GroupOf(moves[next].Item);
        for (var i = begun; i < next; i++)
        {
            // What arrives in a wave goes on in a later one.
            if (moves[i].To == moves[next].From && moves[i].Item == moves[next].Item)
            {
                return false;
            }
        }

        return Enumerable.Range(begun, next - begun).Count(i => state.GroupOf(moves[i].Item) == group) < disruption.MostAtATime
            && FitTogether(state.Packing, moves, begun, next);
    }

    private static bool FitTogether(PackingState packing, IReadOnlyList<Move> moves, int begun, int next)
    {
        for (var i = begun; i < next; i++)
        {
            packing.Place(moves[i].Item, moves[i].To);
        }

        var fits = packing.CanPlace(moves[next].Item, moves[next].To);
        for (var i = next - 1; i >= begun; i--)
        {
            packing.Remove(moves[i].Item, moves[i].To);
        }

        return fits;
    }
}
