namespace Capacity.Core.Packing.Solving.Search;

/// <summary>One searcher: places what is left over, and then closes one machine after the other and places what was on it.</summary>
internal sealed class MachineReducer
{
    private const int MostForNeighbourhood = 64;
    private const int Ejecting = 1;

    private readonly SearchModel search;
    private readonly PackingObjective objective;
    private readonly Random random;
    private readonly ILeftoverSearch?[] searches = new ILeftoverSearch?[2];
    private int turn;

    public MachineReducer(SearchModel search, PackingObjective objective, PackingState start, Random random)
    {
        (this.search, this.objective, this.random) = (search, objective, random);
        Best = start;
    }

    /// <summary>Gets the best packing it has found.</summary>
    public PackingState Best { get; private set; }

    /// <summary>Goes on from a better packing that another found.</summary>
    public void Restart(PackingState start)
    {
        Best = start;
        Array.Clear(searches);
    }

    /// <summary>Does so many steps of one of the searches, and of the other one the next time.</summary>
    public void Run(int steps, SearchClock clock)
    {
        // A packing anew of few machines does little for many items.
        turn = searches[Ejecting]?.Attempt.Pool.Count > MostForNeighbourhood ? Ejecting : 1 - turn;
        for (var left = steps; left > 0 && !clock.IsOver;)
        {
            var current = searches[turn] ??= Begin();
            left -= current.Run(left, clock);
            if (!Keep(current) || current.Attempt.Pool.Count > 0)
            {
                return;
            }

            searches[turn] = null;
        }
    }

    private ILeftoverSearch Begin() => turn == Ejecting ? new EjectionSearch(search, Next(), random) : new NeighbourhoodSearch(search, Next(), random);

    private bool Keep(ILeftoverSearch from)
    {
        var (left, before) = (from.Attempt.State, Best);
        var (now, then) = (Unplaced(left), Unplaced(before));
        var isBetter = now < then || (now == then && left.MachinesUsed < before.MachinesUsed && objective == PackingObjective.Machines);
        if (isBetter)
        {
            Best = left.Clone();
            searches[1 - turn] = null;
        }

        return isBetter;
    }

    private Attempt Next()
    {
        var state = Best.Clone();
        var machines = Enumerable.Range(0, search.Model.Machines);
        var pool = Enumerable.Range(0, search.Model.Items).Where(i => state.Unplaced(i) > 0 && CouldBePlaced(i)).SelectMany(i => Enumerable.Repeat(i, state.Unplaced(i))).ToList();
        if (pool.Count > 0 || objective == PackingObjective.Fit)
        {
            return new(state, [.. machines], pool);
        }

        var open = machines.Where(m => state.On(m).Length > 0).ToList();
        if (Vacate(state) is var machine and >= 0)
        {
            open.Remove(machine);
            foreach (var placed in state.On(machine).ToArray())
            {
                for (var i = 0; i < placed.Count; i++)
                {
                    state.Remove(placed.Item, machine);
                    pool.Add(placed.Item);
                }
            }
        }

        pool.Sort((a, b) => search.Size[a].CompareTo(search.Size[b]));
        return new(state, open, pool);
    }

    // The emptiest of a few, so that not every attempt is the same.
    private int Vacate(PackingState state)
    {
        var (best, bestLoad) = (-1, double.PositiveInfinity);
        for (var m = 0; m < search.Model.Machines; m++)
        {
            var (load, canLeave) = (0.0, state.On(m).Length > 0);
            foreach (var placed in state.On(m))
            {
                load += search.Size[placed.Item] * placed.Count;
                canLeave &= placed.Fixed == 0;
            }

            load *= 1 + (0.3 * random.NextDouble());
            (best, bestLoad) = canLeave && load < bestLoad ? (m, load) : (best, bestLoad);
        }

        return best;
    }

    private bool CouldBePlaced(int item)
    {
        var model = search.Model;
        for (var m = 0; m < model.Machines; m++)
        {
            if (model.Eligibility.Accepts[m] && model.Eligibility.Allows(item, m) && model.CouldHold(item, m))
            {
                return true;
            }
        }

        return false;
    }

    private int Unplaced(PackingState state)
    {
        var sum = 0;
        for (var i = 0; i < search.Model.Items; i++)
        {
            sum += state.Unplaced(i);
        }

        return sum;
    }
}
