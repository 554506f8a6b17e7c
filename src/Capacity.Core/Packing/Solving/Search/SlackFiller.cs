namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Fills each machine with its largest item and the others that leave the least free: the best of many sets, looked at in turn.</summary>
/// <remarks>After the minimum bin slack heuristic of Gupta and Ho (1999), in all resources at once.</remarks>
/// <param name="search">The problem on one scale.</param>
/// <param name="random">Breaks ties between items of about one size.</param>
/// <param name="noise">By how much, relative, sizes are blurred; 0 for not at all.</param>
/// <param name="mostNodes">How many sets are looked at for each machine at most.</param>
/// <param name="clock">Ends it; <see langword="null"/> where it is short.</param>
internal sealed class SlackFiller(SearchModel search, Random random, double noise, int mostNodes, SearchClock? clock)
{
    private readonly List<int> chosen = [];
    private readonly List<int> best = [];
    private int[] left = [];
    private int[] counts = [];
    private double bestSlack;
    private int nodes;

    /// <summary>Fills machines in their order, for as long as there are items and time.</summary>
    /// <param name="state">The packing; it is changed.</param>
    /// <param name="machines">The machines.</param>
    /// <param name="items">The kinds of items to place, as far as they are not placed.</param>
    public void Fill(PackingState state, IEnumerable<int> machines, IEnumerable<int> items)
    {
        left = [.. items.Where(i => state.Unplaced(i) > 0).Select(i => (Item: i, Size: search.Size[i] * (1 + (noise * random.NextDouble())))).OrderByDescending(i => i.Size).Select(i => i.Item)];
        counts = [.. left.Select(state.Unplaced)];
        foreach (var machine in machines)
        {
            if (left.Length == 0 || clock?.IsOver == true)
            {
                return;
            }

            FillOne(state, machine);
            var kept = Enumerable.Range(0, left.Length).Where(at => state.Unplaced(left[at]) > 0).ToArray();
            left = [.. kept.Select(at => left[at])];
            counts = [.. left.Select(state.Unplaced)];
        }
    }

    private void FillOne(PackingState state, int machine)
    {
        var seed = Array.FindIndex(left, i => state.CanPlace(i, machine));
        if (seed < 0)
        {
            return;
        }

        nodes = 0;
        bestSlack = double.PositiveInfinity;
        state.Place(left[seed], machine);
        counts[seed]--;
        Extend(state, machine, seed);
        foreach (var at in best)
        {
            if (state.CanPlace(left[at], machine))
            {
                state.Place(left[at], machine);
            }
        }
    }

    private void Extend(PackingState state, int machine, int from)
    {
        var slack = search.SlackOf(state, machine);
        if (slack < bestSlack)
        {
            bestSlack = slack;
            best.Clear();
            best.AddRange(chosen);
        }

        for (var at = from; at < left.Length && bestSlack > 1e-9 && ++nodes < mostNodes; at++)
        {
            if (counts[at] > 0 && state.CanPlace(left[at], machine))
            {
                state.Place(left[at], machine);
                counts[at]--;
                chosen.Add(at);
                Extend(state, machine, at);
                chosen.RemoveAt(chosen.Count - 1);
                counts[at]++;
                state.Remove(left[at], machine);
            }
        }
    }
}
