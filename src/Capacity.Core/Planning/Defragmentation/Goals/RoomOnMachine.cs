using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Goals;

/// <summary>Finds few moves off a machine after which so much is free there.</summary>
/// <remarks>One move where one does; else the two smallest items that do; else the items that close most of the gap.</remarks>
internal static class RoomOnMachine
{
    private const int MostPairs = 12;
    private const int MostMoves = 6;

    /// <summary>Finds the moves; leaves the state as it was.</summary>
    /// <param name="state">The placement.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="missing">What is missing of each resource, in quanta; 0 or less where nothing is.</param>
    /// <param name="most">How many moves there may be.</param>
    /// <param name="cost">What targets cost.</param>
    /// <returns><see langword="null"/> where none were found.</returns>
    public static IReadOnlyList<Move>? Find<TCost>(MovingState state, int machine, double[] missing, int most, TCost cost)
        where TCost : ITargetCost
    {
        var kinds = Kinds.Leaving(state, machine).Select(k => (Kind: k, Part: Part(state, k, missing))).OrderBy(k => k.Part).ThenBy(k => k.Kind).ToList();
        return most < 1 || kinds.Count == 0 ? null
            : One(state, machine, kinds, missing, cost)
            ?? (most < 2 ? null : Two(state, machine, kinds, missing, cost))
            ?? (most < 3 ? null : Many(state, machine, missing, Math.Min(most, MostMoves), cost));
    }

    /// <summary>Says which part of what is missing an item gives back: 1 for every resource of which it gives all.</summary>
    private static double Part(MovingState state, int kind, double[] missing)
    {
        var part = 0.0;
        var demand = state.Model.DemandOf(kind);
        for (var r = 0; r < missing.Length; r++)
        {
            part += missing[r] > 0 ? Math.Min(demand[r], 2 * missing[r]) / missing[r] : 0;
        }

        return part;
    }

    private static bool IsEnough(MovingState state, ReadOnlySpan<int> kinds, double[] missing)
    {
        for (var r = 0; r < missing.Length; r++)
        {
            var given = 0.0;
            foreach (var kind in kinds)
            {
                given += state.Model.DemandOf(kind)[r];
            }

            if (given < missing[r] - 1e-9)
            {
                return false;
            }
        }

        return true;
    }

    private static IReadOnlyList<Move>? One<TCost>(MovingState state, int machine, List<(int Kind, double Part)> kinds, double[] missing, TCost cost)
        where TCost : ITargetCost
    {
        foreach (var (kind, _) in kinds)
        {
            if (IsEnough(state, [kind], missing) && Targets.Cheapest(state, kind, machine, cost) is { } move)
            {
                return [move];
            }
        }

        return null;
    }

    private static List<Move>? Two<TCost>(MovingState state, int machine, List<(int Kind, double Part)> kinds, double[] missing, TCost cost)
        where TCost : ITargetCost
    {
        var pairs = new List<(int First, int Second, double Part)>();
        for (var i = 0; i < kinds.Count; i++)
        {
            for (var j = i; j < kinds.Count; j++)
            {
                if ((i < j || state.Leaving(kinds[i].Kind, machine) > 1) && IsEnough(state, [kinds[i].Kind, kinds[j].Kind], missing))
                {
                    pairs.Add((kinds[j].Kind, kinds[i].Kind, kinds[i].Part + kinds[j].Part));
                }
            }
        }

        foreach (var (first, second, _) in pairs.OrderBy(p => p.Part).Take(MostPairs))
        {
            if (InOrder(state, machine, [first, second], cost) is { } moves)
            {
                return moves;
            }
        }

        return null;
    }

    private static List<Move>? InOrder<TCost>(MovingState state, int machine, ReadOnlySpan<int> kinds, TCost cost)
        where TCost : ITargetCost
    {
        var before = state.Moves;
        var moves = new List<Move>(kinds.Length);
        foreach (var kind in kinds)
        {
            if (state.Leaving(kind, machine) > 0 && Targets.Cheapest(state, kind, machine, cost) is { } move)
            {
                state.Make(move);
                moves.Add(move);
            }
        }

        state.TakeBackTo(before);
        return moves.Count == kinds.Length ? moves : null;
    }

    private static List<Move>? Many<TCost>(MovingState state, int machine, double[] missing, int most, TCost cost)
        where TCost : ITargetCost
    {
        var before = state.Moves;
        var moves = new List<Move>();
        var still = (double[])missing.Clone();
        while (moves.Count < most && still.Any(s => s > 1e-9) && Next(state, machine, still, cost) is { } move)
        {
            state.Make(move);
            moves.Add(move);
            for (var r = 0; r < still.Length; r++)
            {
                still[r] -= state.Model.DemandOf(move.Item)[r];
            }
        }

        state.TakeBackTo(before);
        return still.Any(s => s > 1e-9) ? null : moves;
    }

    // The smallest item that closes the gap; else the one that closes most of it.
    private static Move? Next<TCost>(MovingState state, int machine, double[] still, TCost cost)
        where TCost : ITargetCost
    {
        var kinds = Kinds.Leaving(state, machine).Select(k => (Kind: k, Part: Part(state, k, still))).Where(k => k.Part > 0).ToList();
        foreach (var (kind, _) in kinds
            .OrderByDescending(k => IsEnough(state, [k.Kind], still))
            .ThenBy(k => IsEnough(state, [k.Kind], still) ? k.Part : -k.Part)
            .ThenBy(k => k.Kind))
        {
            if (Targets.Cheapest(state, kind, machine, cost) is { } move)
            {
                return move;
            }
        }

        return null;
    }
}
