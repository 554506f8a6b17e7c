using Capacity.Core.Planning.Defragmentation.Goals;
using Capacity.Core.Planning.Defragmentation.Moving;

namespace Capacity.Core.Planning.Defragmentation.Search;

/// <summary>Chooses bundles of moves: the most worthwhile first, then again and again a part of them anew.</summary>
/// <remarks>
/// A large-neighbourhood search. What is worth most is found lazily: a bundle is looked for anew when its turn comes and its machines have
/// changed meanwhile.
/// </remarks>
internal sealed class PlanSearch(MovingState state, IMoveGoal goal, int mostMoves, Random random, Func<bool> isOver)
{
    private const double Noise = 0.3;

    private readonly MoveBundle?[] proposals = new MoveBundle?[goal.Focuses];
    private readonly int[] proposedAt = new int[goal.Focuses];
    private readonly ChangeLog changes = new(state.Model.Machines);
    private List<MoveBundle> chosen = [];

    /// <summary>Gets what is chosen, in an order in which all of it is possible.</summary>
    public IReadOnlyList<MoveBundle> Chosen => chosen;

    /// <summary>Chooses for the first time.</summary>
    public void Start()
    {
        for (var f = 0; f < proposals.Length && !isOver(); f++)
        {
            Propose(f);
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
            Propose(focus);
        }

        Fill(Noise);
        var now = goal.Value(state);
        if (now < value || (now == value && state.Moves >= moves))
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

    /// <summary>Drops what comes after the best moment.</summary>
    public void Trim()
    {
        state.TakeBackTo(0);
        var (best, kept, before) = (goal.Value(state), 0, chosen);
        for (var i = 0; i < before.Count; i++)
        {
            foreach (var move in before[i].Moves)
            {
                state.Make(move);
            }

            if (goal.Value(state) is var value && value > best)
            {
                (best, kept) = (value, i + 1);
            }
        }

        Restore(before[..kept]);
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
        removed.ForEach(changes.Note);
        return removed;
    }

    private void Restore(List<MoveBundle> bundles)
    {
        state.TakeBackTo(0);
        chosen.ForEach(changes.Note);
        chosen = bundles;
        foreach (var bundle in bundles)
        {
            changes.Note(bundle);
            foreach (var move in bundle.Moves)
            {
                state.Make(move);
            }
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
            if (Current(focus) is not { } bundle)
            {
                continue;
            }

            var now = -bundle.Worth * factors[focus];
            if (now > priority && queue.TryPeek(out _, out var next) && now > next)
            {
                queue.Enqueue(focus, now);
            }
            else if (state.TryMakeAll(bundle.Moves))
            {
                chosen.Add(bundle);
                changes.Note(bundle);
                ProposeAll(bundle.Moves.SelectMany(m => goal.Touched(state, m)).Append(focus));
            }
            else
            {
                // Its group's budget is spent, or its constraint is in the way.
                ProposeAll([focus]);
            }
        }

        void ProposeAll(IEnumerable<int> touched)
        {
            foreach (var one in touched.Distinct())
            {
                if (Propose(one) is { } again)
                {
                    queue.Enqueue(one, -again.Worth * factors[one]);
                }
            }
        }
    }

    private MoveBundle? Current(int focus) =>
        goal.IsLocal && proposals[focus] is { } known && known.Moves.Count <= mostMoves - state.Moves && changes.IsAsItWas(known, proposedAt[focus]) ? known : Propose(focus);

    private MoveBundle? Propose(int focus)
    {
        proposedAt[focus] = changes.Now;
        return proposals[focus] = goal.Propose(state, focus, mostMoves - state.Moves, random);
    }
}
