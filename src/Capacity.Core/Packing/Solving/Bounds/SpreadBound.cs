namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Groups of which so many at most may be on a machine need as many machines.</summary>
internal static class SpreadBound
{
    public static int Of(Subproblem part)
    {
        var model = part.Model;
        var counted = new Dictionary<(object Rule, int Most), long>();
        foreach (var item in part.Items)
        {
            foreach (var rule in model.Spreads.RulesOf(item).Where(r => r.Operator is ConstraintOperator.Unique or ConstraintOperator.MaxPer))
            {
                Count(rule, rule.Most, item);
            }

            foreach (var rule in model.Conflicts.LimitingOf(item).Where(r => r.Present == r.Other))
            {
                Count(rule, rule.Most, item);
            }
        }

        return counted.Select(c => (int)Math.Min(int.MaxValue, (c.Value + c.Key.Most - 1) / c.Key.Most)).DefaultIfEmpty(0).Max();

        void Count(object rule, int most, int item) => counted[(rule, most)] = counted.GetValueOrDefault((rule, most)) + model.Count[item];
    }
}
