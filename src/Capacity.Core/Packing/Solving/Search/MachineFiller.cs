using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Fills one machine after the other, each with the items that suit it best.</summary>
/// <remarks>
/// The bin-centric rules of Panigrahy, Talwar, Uyeda and Wieder, "Heuristics for Vector Bin Packing" (2011). With many kinds of items each
/// machine looks at a random few of them.
/// </remarks>
/// <param name="search">The problem on one scale.</param>
/// <param name="rule">How to choose.</param>
/// <param name="random">Picks the few.</param>
/// <param name="noise">By how much, relative, what suits is blurred; 0 for not at all.</param>
/// <param name="clock">Ends it; <see langword="null"/> where it is short.</param>
internal sealed class MachineFiller(SearchModel search, PackingRule rule, Random random, double noise, SearchClock? clock)
{
    private const int LeastLookedAt = 100;
    private const int MostLookedAt = 2000;

    /// <summary>So many looks in all keep it to seconds.</summary>
    private const long MostLooks = 200_000_000;

    private readonly PackingModel model = search.Model;
    private readonly double[] remaining = new double[search.Model.Stride];
    private readonly double[] room = new double[search.Model.Stride];
    private readonly double[] weights = new double[search.Model.Stride];
    private int lookedAt;

    /// <summary>Fills machines in their order for as long as there are items.</summary>
    /// <param name="state">The packing; it is changed.</param>
    /// <param name="machines">The machines.</param>
    /// <param name="items">The kinds of items to place, as far as they are not placed.</param>
    public void Fill(PackingState state, IEnumerable<int> machines, IEnumerable<int> items)
    {
        var left = items.Where(i => state.Unplaced(i) > 0).ToList();
        lookedAt = (int)Math.Clamp(MostLooks / Math.Max(1, left.Sum(i => (long)state.Unplaced(i))), LeastLookedAt, MostLookedAt);
        Array.Clear(remaining);
        foreach (var item in left)
        {
            VectorMath.Add(remaining, 0, search.Demand, item * model.Stride, model.Stride, state.Unplaced(item));
        }

        foreach (var machine in machines)
        {
            if (left.Count == 0 || clock?.IsOver == true)
            {
                return;
            }

            Shuffle(left);
            Fill(state, machine, left);
        }
    }

    private void Shuffle(List<int> left)
    {
        for (var i = 0; left.Count > lookedAt && i < lookedAt; i++)
        {
            var j = random.Next(i, left.Count);
            (left[i], left[j]) = (left[j], left[i]);
        }
    }

    private void Fill(PackingState state, int machine, List<int> left)
    {
        Weigh();
        while (Best(state, machine, left) is var at and >= 0)
        {
            var item = left[at];
            state.Place(item, machine);
            VectorMath.Add(remaining, 0, search.Demand, item * model.Stride, model.Stride, -1);
            Weigh();
            if (state.Unplaced(item) == 0)
            {
                left[at] = left[^1];
                left.RemoveAt(left.Count - 1);
            }
        }
    }

    private void Weigh()
    {
        var sum = remaining.Sum();
        for (var r = 0; r < model.Resources; r++)
        {
            weights[r] = sum > 0 ? remaining[r] / sum : 0;
        }
    }

    private int Best(PackingState state, int machine, List<int> left)
    {
        for (var r = 0; r < model.Resources; r++)
        {
            room[r] = state.FreeQuanta[(machine * model.Stride) + r] * search.Scale[r];
        }

        var best = -1;
        var bestScore = double.NegativeInfinity;
        var count = Math.Min(left.Count, lookedAt);
        for (var at = 0; at < count; at++)
        {
            var item = left[at];
            if (state.Fits(item, machine) && Score(item) is var score && score > bestScore && state.IsAllowed(item, machine))
            {
                (best, bestScore) = (at, score);
            }
        }

        return best;
    }

    private double Score(int item)
    {
        var blur = noise > 0 ? 1 + (noise * random.NextDouble()) : 1;
        if (rule == PackingRule.Largest)
        {
            return search.Size[item] * blur;
        }

        var sum = 0.0;
        var start = item * model.Stride;
        for (var r = 0; r < model.Resources; r++)
        {
            var demand = search.Demand[start + r];
            sum += rule == PackingRule.DotProduct
                ? weights[r] * demand * weights[r] * room[r]
                : -weights[r] * (demand - room[r]) * (demand - room[r]);
        }

        return sum * blur;
    }
}
