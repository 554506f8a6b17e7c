using Capacity.Core.Planning.Defragmentation.Goals;
using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Search;

/// <summary>Chooses bundles of moves: the most worthwhile first, then again and again a part of them anew.</summary>
/// <remarks>A large-neighbourhood search. What is worth most is found lazily: a bundle is looked at anew when its turn comes.</remarks>
internal sealed class PlanSearch(MovingState state, IMoveGoal goal, int mostMoves, Random random, Func<bool> isOver)
{
    private const double Noise = 0.3;

    private readonly MoveBundle?[] proposals = new MoveBundle?[goal.Focuses];
    private List<MoveBundle> chosen = [];

    /// <summary>Gets what is chosen, in an order in which all of it is possible.</summary>
    public IReadOnlyList<MoveBundle> Chosen => chosen;

    /// <summary>Chooses for the first time.</summary>
    public void Start()
    {
        for (var f = 0; f < proposals.Length && !isOver(); f++)
        {
            proposals[f] = goal.Propose(state, f, mostMoves, random);
        }

        Fill(0);
    }

    /// <summary>Throws a part of what is chosen away and chooses anew; keeps the better.</summary>
    public void Improve()
    {
        var (value, moves, before) = (goal.Value(state), state.Moves, chosen);
        var removed = Ruin();
        foreach (var focus in removed.SelectMany(b => b.Moves).SelectMany(m => goal.Touched(state, m)).Distinct())
        {
            proposals[focus] = goal.Propose(state, focus, mostMoves - state.Moves, random);
        }

        Fill(Noise);
        var now = goal.Value(state);
        if (now < value || (now == value && state.Moves > moves))
        {
            Restore(before);
        }
    }

    /// <summary>Brings what is chosen into the order of its worth, as far as that is possible.</summary>
    public void Sort()
    {
        var (value, before) = (goal.Value(state), chosen);
        state.TakeBackTo(0);
        var waiting = chosen.OrderByDescending(b => b.Worth).ToList();
        chosen = [];
        while (waiting.FindIndex(b => state.TryMakeAll(b.Moves)) is var next and >= 0)
        {
            chosen.Add(waiting[next]);
            waiting.RemoveAt(next);
        }

        if (goal.Value(state) < value)
        {
            Restore(before);
        }
    }

    private List<MoveBundle> Ruin()
    {
        var share = 0.05 + (0.25 * random.NextDouble());
        var kept = new List<MoveBundle>();
        var removed = new List<MoveBundle>();
        state.TakeBackTo(0);
        foreach (var bundle in chosen)
        {
            (random.NextDouble() >= share && state.TryMakeAll(bundle.Moves) ? kept : removed).Add(bundle);
        }

        chosen = kept;
        return removed;
    }

    private void Restore(List<MoveBundle> bundles)
    {
        state.TakeBackTo(0);
        chosen = bundles;
        foreach (var move in bundles.SelectMany(b => b.Moves))
        {
            state.Make(move);
        }
    }

    private void Fill(double noise)
    {
        var factors = new double[proposals.Length];
        var queue = new PriorityQueue<int, double>();
        for (var f = 0; f < proposals.Length; f++)
        {
            factors[f] = 1 + (noise * ((2 * random.NextDouble()) - 1));
            if (proposals[f] is { } known)
            {
                queue.Enqueue(f, -known.Worth * factors[f]);
            }
        }

        while (state.Moves < mostMoves && !isOver() && queue.TryDequeue(out var focus, out var priority))
        {
            if ((proposals[focus] = goal.Propose(state, focus, mostMoves - state.Moves, random)) is not { } bundle)
            {
                continue;
            }

            var now = -bundle.Worth * factors[focus];
            if (now > priority && queue.TryPeek(out _, out var next) && now > next)
            {
                queue.Enqueue(focus, now);
                continue;
            }

            if (state.TryMakeAll(bundle.Moves))
            {
                chosen.Add(bundle);
                foreach (var touched in bundle.Moves.SelectMany(m => goal.Touched(state, m)).Distinct())
                {
                    if ((proposals[touched] = goal.Propose(state, touched, mostMoves - state.Moves, random)) is { } again)
                    {
                        queue.Enqueue(touched, -again.Worth * factors[touched]);
                    }
                }
            }
        }
    }
}
