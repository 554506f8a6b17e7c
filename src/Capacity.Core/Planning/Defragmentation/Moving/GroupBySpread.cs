using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Planning.Defragmentation.Moving;

/// <summary>How the items of each group with a GROUP_BY are spread, and which moves leave them no worse.</summary>
/// <remarks>A placement alone cannot tell: taking an item away from the value with the fewest breaks the constraint too.</remarks>
internal sealed class GroupBySpread
{
    private readonly SpreadRules rules;
    private readonly int[]?[] counts;

    public GroupBySpread(SpreadRules rules)
    {
        this.rules = rules;
        counts = [.. Enumerable.Range(0, rules.Counters).Select(c => rules.DomainOf(c) is null ? null : new int[rules.FieldOf(c).Count])];
    }

    public void Add(int item, int machine, int count)
    {
        foreach (var counter in rules.CountersOf(item))
        {
            if (counts[counter] is { } values && rules.FieldOf(counter).Of[machine] is var value and >= 0)
            {
                values[value] += count;
            }
        }
    }

    /// <summary>Says whether the counts differ by one at most while a move is made and after it, or by no more than before.</summary>
    public bool Allows(Move move)
    {
        foreach (var counter in rules.CountersOf(move.Item))
        {
            if (counts[counter] is { } values)
            {
                var of = rules.FieldOf(counter).Of;
                var domain = rules.DomainOf(counter)!;
                var (from, to) = (of[move.From], of[move.To]);
                var most = Math.Max(1, Range(values, domain, -1, -1));
                if (Range(values, domain, -1, to) > most || (from != to && Range(values, domain, from, to) > most))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static int Range(int[] values, bool[] domain, int less, int more)
    {
        var (least, most) = (int.MaxValue, 0);
        for (var v = 0; v < values.Length; v++)
        {
            if (domain[v])
            {
                var count = values[v] - (v == less ? 1 : 0) + (v == more ? 1 : 0);
                (least, most) = (Math.Min(least, count), Math.Max(most, count));
            }
        }

        return most - least;
    }
}
