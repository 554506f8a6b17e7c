namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Items no two of which may be on one machine need one each.</summary>
/// <remarks>A greedy clique in the graph of what excludes each other, begun at each of the items that exclude most.</remarks>
internal static class CliqueBound
{
    private const int Starts = 40;

    /// <summary>Finds a clique.</summary>
    /// <param name="part">The problem.</param>
    /// <param name="hasRules">Whether constraints and conflicts hold; else sizes alone.</param>
    /// <param name="mostItems">So many kinds are looked at, those that exclude most likely.</param>
    public static int Of(Subproblem part, bool hasRules, int mostItems)
    {
        var largest = part.Largest();
        var items = part.Items.OrderByDescending(i => Likelihood(part, largest, hasRules, i)).ThenBy(i => i).Take(mostItems).ToArray();
        var exclusions = new Exclusions(part, items);
        if (hasRules)
        {
            exclusions.AddGroups();
            exclusions.AddConflicts();
            exclusions.AddEligibility();
        }

        exclusions.AddSizes();
        var order = Enumerable.Range(0, items.Length).OrderByDescending(exclusions.DegreeOf).ThenBy(at => at).ToArray();
        return order.Take(Starts).Select(first => Grow(part, items, exclusions, order, first)).DefaultIfEmpty(0).Max();
    }

    // An item excludes others by its size, or by rules.
    private static double Likelihood(Subproblem part, double[] largest, bool hasRules, int item)
    {
        var size = Enumerable.Range(0, largest.Length).Max(r => largest[r] > 0 ? part.DemandOf(item, r) / largest[r] : 0);
        var isBound = hasRules && (part.Model.Eligibility.SetOf(item) is not null || part.Model.Spreads.RulesOf(item).Length + part.Model.Conflicts.ClassesOf(item).Length > 0);
        return size + (isBound ? 0.5 : 0);
    }

    private static int Grow(Subproblem part, int[] items, Exclusions exclusions, int[] order, int first)
    {
        var clique = new List<int> { first };
        var weight = Weight(first);
        foreach (var next in order)
        {
            if (next != first && clique.TrueForAll(c => exclusions.Between(c, next)))
            {
                clique.Add(next);
                weight += Weight(next);
            }
        }

        return (int)Math.Min(int.MaxValue, weight);

        // Equal items that exclude each other count each.
        long Weight(int at) => exclusions.Between(at, at) ? part.Model.Count[items[at]] : 1;
    }
}
