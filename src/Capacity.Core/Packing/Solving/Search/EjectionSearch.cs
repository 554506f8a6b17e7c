namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Places what is left over by taking cheaper items out and placing those again: guided ejection search.</summary>
/// <remarks>
/// After Nagata and Bräysy, "A powerful route minimization heuristic for the vehicle routing problem with time windows" (2009): an item that
/// finds no place gets dearer each time, so that others make room for it. Machines that are closed take nothing.
/// </remarks>
internal sealed class EjectionSearch : ILeftoverSearch
{
    /// <summary>With more machines than this, each step looks at a random few.</summary>
    private const int MostLookedAt = 48;
    private const int ShakesEachStep = 12;

    /// <summary>With more items than this left over, steps are to be quick rather than good.</summary>
    private const int Many = 64;
    private const int LookedAtInHaste = 12;

    private readonly SearchModel search;
    private readonly PackingState state;
    private readonly Random random;
    private readonly EjectionFinder finder;
    private readonly double[] costs;
    private readonly List<int> open;
    private readonly List<int> pool;

    /// <param name="search">The problem on one scale.</param>
    /// <param name="attempt">What to begin with; it is changed.</param>
    /// <param name="random">Makes the choices.</param>
    public EjectionSearch(SearchModel search, Attempt attempt, Random random)
    {
        (this.search, this.random, Attempt) = (search, random, attempt);
        (state, open, pool) = attempt;

        // Equal costs would make every choice alike.
        costs = [.. search.Size.Select(s => s + 1e-6)];
        finder = new(state, costs);
    }

    public Attempt Attempt { get; }

    public int Run(int steps, SearchClock clock)
    {
        var step = 0;
        for (; step < steps && pool.Count > 0 && open.Count > 0; step++)
        {
            if ((step & 63) == 0 && clock.IsOver)
            {
                break;
            }

            Step();
        }

        return step;
    }

    private void Step()
    {
        var at = pool.Count - 1 - random.Next(Math.Min(pool.Count, 3));
        var item = pool[at];
        if (TryPlace(item))
        {
            pool.RemoveAt(at);
            return;
        }

        costs[item] += search.Size[item];
        var set = Cheapest(item);
        if (set.Machine >= 0)
        {
            Eject(item, at, set);
        }

        for (var i = 0; i < (pool.Count > Many ? 1 : ShakesEachStep); i++)
        {
            Shake();
        }
    }

    private bool TryPlace(int item)
    {
        var (best, bestSlack) = (-1, double.PositiveInfinity);
        var start = random.Next(Math.Max(1, open.Count));
        for (int i = 0, found = 0; i < open.Count && found < 4; i++)
        {
            var machine = open[(start + i) % open.Count];
            if (state.CanPlace(item, machine))
            {
                found++;
                var slack = search.SlackOf(state, machine);
                (best, bestSlack) = slack < bestSlack ? (machine, slack) : (best, bestSlack);
            }
        }

        if (best >= 0)
        {
            state.Place(item, best);
        }

        return best >= 0;
    }

    private EjectionSet Cheapest(int item)
    {
        var best = EjectionSet.None;
        var looks = Math.Min(open.Count, pool.Count > Many ? LookedAtInHaste : MostLookedAt);
        var start = random.Next(open.Count);
        for (var i = 0; i < looks; i++)
        {
            var machine = open[open.Count <= MostLookedAt ? (start + i) % open.Count : random.Next(open.Count)];
            var set = finder.Find(item, machine, best.Cost);
            best = set.Cost < best.Cost ? set : best;
        }

        return best;
    }

    private void Eject(int item, int at, EjectionSet set)
    {
        Take(set.First, set.Machine);
        Take(set.Second, set.Machine);
        Take(set.Third, set.Machine);
        if (!state.CanPlace(item, set.Machine))
        {
            // A constraint is in the way, which the finder does not look at.
            Return(set.Third, set.Machine);
            Return(set.Second, set.Machine);
            Return(set.First, set.Machine);
            return;
        }

        state.Place(item, set.Machine);
        pool.RemoveAt(at);
        Leave(set.First);
        Leave(set.Second);
        Leave(set.Third);

        void Leave(int left)
        {
            if (left >= 0 && !TryPlace(left))
            {
                pool.Add(left);
            }
        }
    }

    // Two items of two machines change places, or one moves over, where that is allowed.
    private void Shake()
    {
        var (from, to) = (open[random.Next(open.Count)], open[random.Next(open.Count)]);
        if (from == to || PickOn(from) is not (var leaving and >= 0))
        {
            return;
        }

        var coming = PickOn(to);
        state.Remove(leaving, from);
        if (state.CanPlace(leaving, to) && random.Next(2) == 0)
        {
            state.Place(leaving, to);
            return;
        }

        if (coming < 0 || coming == leaving)
        {
            state.Place(leaving, from);
            return;
        }

        state.Remove(coming, to);
        if (state.CanPlace(leaving, to))
        {
            state.Place(leaving, to);
            if (state.CanPlace(coming, from))
            {
                state.Place(coming, from);
                return;
            }

            state.Remove(leaving, to);
        }

        state.Place(coming, to);
        state.Place(leaving, from);
    }

    private int PickOn(int machine)
    {
        var there = state.On(machine);
        if (there.Length == 0)
        {
            return -1;
        }

        var placed = there[random.Next(there.Length)];
        return placed.Movable > 0 ? placed.Item : -1;
    }

    private void Take(int item, int machine)
    {
        if (item >= 0)
        {
            state.Remove(item, machine);
        }
    }

    private void Return(int item, int machine)
    {
        if (item >= 0)
        {
            state.Place(item, machine);
        }
    }
}
