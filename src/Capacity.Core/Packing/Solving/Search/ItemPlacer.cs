using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Places the largest items first: each on the first machine that takes it, or on the one that suits it best.</summary>
/// <param name="search">The problem on one scale.</param>
/// <param name="takesFirst">Whether the first machine will do (first fit decreasing).</param>
/// <param name="clock">Ends it.</param>
internal sealed class ItemPlacer(SearchModel search, bool takesFirst, SearchClock clock)
{
    private readonly PackingModel model = search.Model;

    /// <summary>Places what is not placed, on machines in this order.</summary>
    public void Place(PackingState state, IReadOnlyList<int> machines)
    {
        var order = Enumerable.Range(0, model.Items).Where(i => state.Unplaced(i) > 0).OrderByDescending(i => search.Size[i]).ThenBy(i => i).ToArray();
        var firsts = takesFirst ? new FirstPlaces(state, machines) : null;
        foreach (var item in order)
        {
            firsts?.Begin(item);
            while (state.Unplaced(item) > 0 && !clock.IsOver && (firsts?.Next() ?? MostAligned(state, item, machines)) is var machine and >= 0)
            {
                state.Place(item, machine);
                firsts?.Placed();
            }
        }
    }

    private int MostAligned(PackingState state, int item, IReadOnlyList<int> machines)
    {
        var (best, bestScore) = (-1, double.NegativeInfinity);
        foreach (var machine in machines)
        {
            if (state.CanPlace(item, machine) && Alignment(state, item, machine) is var score && score > bestScore)
            {
                (best, bestScore) = (machine, score);
            }
        }

        return best;
    }

    // The dot product of demand and what is free, as parts of the machine's own capacity.
    private double Alignment(PackingState state, int item, int machine)
    {
        var (sum, start) = (0.0, machine * model.Stride);
        for (var r = 0; r < model.Resources; r++)
        {
            var capacity = model.Capacity[start + r];
            sum += capacity > 0 ? search.Scarcity[r] * model.Demand[(item * model.Stride) + r] / capacity * state.FreeQuanta[start + r] / capacity : 0;
        }

        return sum;
    }
}
