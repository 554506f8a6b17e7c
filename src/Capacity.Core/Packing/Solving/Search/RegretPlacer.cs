using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Places first the item that would lose most if the machine that suits it best were taken by another: regret insertion.</summary>
/// <remarks>After Potvin and Rousseau, "A parallel route building algorithm for the vehicle routing and scheduling problem with time windows" (1993).</remarks>
/// <param name="search">The problem on one scale.</param>
/// <param name="random">Blurs what suits.</param>
internal sealed class RegretPlacer(SearchModel search, Random random)
{
    private const double Noise = 0.2;

    private readonly PackingModel model = search.Model;

    /// <summary>Places what is not placed of some kinds of items, for as long as one fits.</summary>
    public void Place(PackingState state, IReadOnlyList<int> machines, IReadOnlyList<int> items)
    {
        while (Next(state, machines, items) is (var item and >= 0, var machine))
        {
            state.Place(item, machine);
        }
    }

    private (int Item, int Machine) Next(PackingState state, IReadOnlyList<int> machines, IReadOnlyList<int> items)
    {
        var (next, most) = ((-1, -1), double.NegativeInfinity);
        foreach (var item in items)
        {
            if (state.Unplaced(item) == 0)
            {
                continue;
            }

            var (best, score, second) = (-1, double.NegativeInfinity, double.NegativeInfinity);
            foreach (var machine in machines)
            {
                if (!state.CanPlace(item, machine))
                {
                    continue;
                }

                var suits = Suits(state, item, machine) * (1 + (Noise * random.NextDouble()));
                (best, score, second) = suits > score ? (machine, suits, score) : (best, score, Math.Max(second, suits));
            }

            // With one machine left the regret is all of the item, and more than any other's.
            var regret = best < 0 ? double.NegativeInfinity : double.IsNegativeInfinity(second) ? 1e6 + search.Size[item] : score - second;
            (next, most) = regret > most ? ((item, best), regret) : (next, most);
        }

        return next;
    }

    // How much of what is free there, in the resources that the item asks for, it takes: little room left is good.
    private double Suits(PackingState state, int item, int machine)
    {
        var (rest, stride) = (0.0, model.Stride);
        for (var r = 0; r < model.Resources; r++)
        {
            var after = (state.FreeQuanta[(machine * stride) + r] * search.Scale[r]) - search.Demand[(item * stride) + r];
            rest += search.Scarcity[r] * after * after;
        }

        return search.Size[item] / (1e-3 + rest);
    }
}
