namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Empties a few related machines and packs them anew together with what is left over: large-neighbourhood search.</summary>
/// <remarks>
/// After Shaw, "Using constraint programming and local search methods to solve vehicle routing problems" (1998), and Schrimpf et al., "Record
/// breaking optimization results using the ruin and recreate principle" (2000). What is not worse is kept.
/// </remarks>
internal sealed class NeighbourhoodSearch : ILeftoverSearch
{
    private const int FewestMachines = 2;
    private const int MostMachines = 4;
    private const int MostKinds = 64;
    private const int MostFromPool = 12;
    private const int MostNodes = 600;
    private const double Noise = 0.3;

    private readonly PackingState state;
    private readonly SearchModel search;
    private readonly List<int> open;
    private readonly List<int> pool;
    private readonly Random random;
    private readonly RelatedMachines related;
    private readonly Action<IReadOnlyList<int>, IReadOnlyList<int>>[] repairs;
    private readonly List<int> kinds = [];
    private readonly List<int> unplaced = [];
    private readonly List<int> emptied = [];
    private readonly List<(int Item, int Machine, int Count)> removed = [];

    /// <param name="search">The problem on one scale.</param>
    /// <param name="attempt">What to begin with; it is changed.</param>
    /// <param name="random">Makes the choices.</param>
    public NeighbourhoodSearch(SearchModel search, Attempt attempt, Random random)
    {
        (this.search, this.random, Attempt) = (search, random, attempt);
        (state, open, pool) = attempt;
        related = new(search, state, open, random);
        var regret = new RegretPlacer(search, random);
        var dot = new MachineFiller(search, PackingRule.DotProduct, random, Noise, null);
        var nearest = new MachineFiller(search, PackingRule.Nearest, random, Noise, null);
        var slack = new SlackFiller(search, random, Noise, MostNodes, null);
        repairs =
        [
            (machines, items) => regret.Place(state, machines, items),
            (machines, items) => dot.Fill(state, machines, items),
            (machines, items) => nearest.Fill(state, machines, items),
            (machines, items) => slack.Fill(state, machines, items),
        ];
    }

    public Attempt Attempt { get; }

    public int Run(int steps, SearchClock clock)
    {
        var step = 0;
        for (; step < steps && pool.Count > 0 && open.Count > 0; step++)
        {
            if ((step & 15) == 0 && clock.IsOver)
            {
                break;
            }

            Step();
        }

        return step;
    }

    private void Step()
    {
        Destroy(related.Pick(random.Next(FewestMachines, MostMachines + 1)));
        repairs[random.Next(repairs.Length)](emptied, kinds);
        if (Lost() > 0)
        {
            Undo();
        }
        else
        {
            Settle();
        }
    }

    private void Destroy(List<int> machines)
    {
        kinds.Clear();
        unplaced.Clear();
        removed.Clear();
        emptied.Clear();
        for (var i = 0; i < Math.Min(pool.Count, MostFromPool); i++)
        {
            Take(pool[pool.Count <= MostFromPool ? i : random.Next(pool.Count)]);
        }

        foreach (var machine in machines)
        {
            if (removed.Count + state.On(machine).Length > MostKinds)
            {
                break;
            }

            emptied.Add(machine);
            foreach (var placed in state.On(machine))
            {
                if (placed.Movable > 0)
                {
                    Take(placed.Item);
                    removed.Add((placed.Item, machine, placed.Movable));
                }
            }
        }

        foreach (var (item, machine, count) in removed)
        {
            Remove(item, machine, count);
        }
    }

    private void Take(int item)
    {
        if (!kinds.Contains(item))
        {
            kinds.Add(item);
            unplaced.Add(state.Unplaced(item));
        }
    }

    // What is left over now and was not before, less what was and is not.
    private double Lost()
    {
        var sum = 0.0;
        for (var k = 0; k < kinds.Count; k++)
        {
            sum += (state.Unplaced(kinds[k]) - unplaced[k]) * search.Size[kinds[k]];
        }

        return sum;
    }

    private void Undo()
    {
        foreach (var machine in emptied)
        {
            for (var i = state.On(machine).Length - 1; i >= 0; i--)
            {
                var placed = state.On(machine)[i];
                Remove(placed.Item, machine, placed.Movable);
            }
        }

        foreach (var (item, machine, count) in removed)
        {
            for (var i = 0; i < count; i++)
            {
                state.Place(item, machine);
            }
        }
    }

    private void Settle()
    {
        for (var k = 0; k < kinds.Count; k++)
        {
            for (var more = state.Unplaced(kinds[k]) - unplaced[k]; more > 0; more--)
            {
                pool.Add(kinds[k]);
            }

            for (var fewer = unplaced[k] - state.Unplaced(kinds[k]); fewer > 0; fewer--)
            {
                pool.Remove(kinds[k]);
            }
        }
    }

    private void Remove(int item, int machine, int count)
    {
        for (var i = 0; i < count; i++)
        {
            state.Remove(item, machine);
        }
    }
}
