namespace Capacity.Core.Packing.Solving.Search;

/// <summary>One searcher: places what is left over, and then closes one machine after the other and places what was on it.</summary>
internal sealed class MachineReducer
{
    private readonly SearchModel search;
    private readonly PackingObjective objective;
    private readonly Random random;
    private EjectionSearch ejection;

    public MachineReducer(SearchModel search, PackingObjective objective, PackingState start, Random random)
    {
        (this.search, this.objective, this.random) = (search, objective, random);
        Best = start;
        ejection = Next();
    }

    /// <summary>Gets the best packing it has found.</summary>
    public PackingState Best { get; private set; }

    /// <summary>Goes on from a better packing that another found.</summary>
    public void Restart(PackingState start)
    {
        Best = start;
        ejection = Next();
    }

    public void Run(int steps, SearchClock clock)
    {
        ejection.Run(steps, clock);
        while (ejection.Left == 0 && objective == PackingObjective.Machines && Best.MachinesUsed > 0 && !clock.IsOver)
        {
            Keep();
            ejection = Next();
            ejection.PlaceWhatFits();
            if (ejection.Left > 0)
            {
                return;
            }
        }

        Keep();
    }

    // What has no place in a partial packing was placed before, when a machine is being emptied.
    private void Keep()
    {
        var (left, before) = (ejection.State, Best);
        var (now, then) = (Unplaced(left), Unplaced(before));
        if (now < then || (now == then && left.MachinesUsed < before.MachinesUsed && objective == PackingObjective.Machines))
        {
            Best = left.Clone();
        }
    }

    private EjectionSearch Next()
    {
        var state = Best.Clone();
        var open = new bool[search.Model.Machines];
        var pool = Enumerable.Range(0, search.Model.Items).Where(i => CouldBePlaced(i)).SelectMany(i => Enumerable.Repeat(i, state.Unplaced(i))).ToList();
        if (pool.Count > 0 || objective == PackingObjective.Fit)
        {
            Array.Fill(open, true);
            return new(search, state, open, pool, random);
        }

        for (var m = 0; m < open.Length; m++)
        {
            open[m] = state.On(m).Length > 0;
        }

        if (Vacate(state) is var machine and >= 0)
        {
            open[machine] = false;
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
        return new(search, state, open, pool, random);
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
