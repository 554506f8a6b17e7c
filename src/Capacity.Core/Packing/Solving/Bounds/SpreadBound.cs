using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Groups of which so many at most may be on a machine need as many machines.</summary>
internal static class SpreadBound
{
    public static int Of(PackingModel model)
    {
        var counted = new Dictionary<int, (long Count, int Most)>();
        for (var i = 0; i < model.Items; i++)
        {
            foreach (var rule in model.Spreads.RulesOf(i).Where(r => r.Operator is ConstraintOperator.Unique or ConstraintOperator.MaxPer))
            {
                var (count, most) = counted.GetValueOrDefault(rule.Counter, (0, 0));
                counted[rule.Counter] = (count + model.Count[i], Math.Max(most, rule.Most));
            }
        }

        return counted.Values.Select(c => (int)Math.Min(int.MaxValue, (c.Count + c.Most - 1) / c.Most)).DefaultIfEmpty(0).Max();
    }
}
