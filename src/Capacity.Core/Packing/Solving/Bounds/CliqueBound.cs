using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Items no two of which fit on one machine need one each.</summary>
/// <remarks>A greedy clique in the graph of what excludes each other by size, begun at each of the items that exclude most.</remarks>
internal static class CliqueBound
{
    private const int MostItems = 1_500;
    private const int Starts = 40;

    public static int Of(PackingModel model, double[] capacity)
    {
        var largest = new double[model.Stride];
        for (var m = 0; m < model.Machines; m++)
        {
            for (var r = 0; r < model.Resources; r++)
            {
                largest[r] = Math.Max(largest[r], capacity[(m * model.Stride) + r]);
            }
        }

        var items = Enumerable.Range(0, model.Items)
            .Where(i => model.Count[i] > 0)
            .OrderByDescending(i => Enumerable.Range(0, model.Resources).Max(r => largest[r] > 0 ? model.Demand[(i * model.Stride) + r] / largest[r] : 0))
            .ThenBy(i => i)
            .Take(MostItems)
            .ToArray();
        var excludes = items.Select(a => items.Select(b => Exclude(model, largest, a, b)).ToArray()).ToArray();
        var degree = excludes.Select(row => row.Count(x => x)).ToArray();
        var order = Enumerable.Range(0, items.Length).OrderByDescending(i => degree[i]).ThenBy(i => i).ToArray();
        return order.Take(Starts).Select(first => Grow(model, items, excludes, order, first)).DefaultIfEmpty(0).Max();
    }

    private static int Grow(PackingModel model, int[] items, bool[][] excludes, int[] order, int first)
    {
        var clique = new List<int> { first };
        var weight = Weight(first);
        foreach (var next in order)
        {
            if (next != first && clique.TrueForAll(c => excludes[c][next]))
            {
                clique.Add(next);
                weight += Weight(next);
            }
        }

        return weight;

        // Equal items that exclude each other count each.
        int Weight(int at) => excludes[at][at] ? model.Count[items[at]] : 1;
    }

    private static bool Exclude(PackingModel model, double[] largest, int a, int b)
    {
        for (var r = 0; r < model.Resources; r++)
        {
            if (model.Demand[(a * model.Stride) + r] + model.Demand[(b * model.Stride) + r] > largest[r])
            {
                return true;
            }
        }

        return false;
    }
}
