using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving;

/// <summary>Checks constraints, group by group.</summary>
internal static class ConstraintCheck
{
    public static IEnumerable<string> Faults(PackingProblem problem, Dictionary<(int Machine, int Item), int> counts)
    {
        var groupOf = GroupNumbers(problem);
        var groups = counts.ToLookup(c => groupOf[c.Key.Item]);
        var places = counts.Keys.ToLookup(k => k.Item, k => k.Machine);
        var members = Enumerable.Range(0, problem.Items.Count).Where(i => problem.Items[i].Constraints.Count > 0).ToLookup(i => groupOf[i], i => problem.Items[i]);
        var domains = new SpreadDomains(problem);
        var broken = new Dictionary<(int Group, PlacementConstraint Constraint), bool>();
        for (var i = 0; i < problem.Items.Count; i++)
        {
            foreach (var constraint in problem.Items[i].Constraints)
            {
                var item = problem.Items[i];
                foreach (var machine in places[i].Where(m => !domains.Allows(constraint, problem.Machines[m])))
                {
                    yield return $"item '{item.Id}' on machine '{problem.Machines[machine].Id}' breaks {constraint}";
                }

                // A group's items mostly have the same constraints: one look at each is enough.
                if (!broken.TryGetValue((groupOf[i], constraint), out var isBroken))
                {
                    broken[(groupOf[i], constraint)] = isBroken = Breaks(domains, members[groupOf[i]], constraint, Values(groupOf[i], constraint));
                }

                if (isBroken)
                {
                    yield return $"the group of item '{item.Id}' breaks {constraint}";
                }
            }
        }

        Dictionary<string, int> Values(int group, PlacementConstraint constraint)
        {
            var values = new Dictionary<string, int>();
            foreach (var ((machine, _), count) in groups[group])
            {
                if (EligibilityTable.ValueOf(problem.Machines[machine], constraint.Field) is { } value)
                {
                    values[value] = values.GetValueOrDefault(value) + count;
                }
            }

            return values;
        }
    }

    // An item without a group is one by itself, also where a group has its name.
    private static int[] GroupNumbers(PackingProblem problem)
    {
        var numbers = new Dictionary<string, int>();
        return [.. problem.Items.Select((item, i) => item.Group is not { } group ? i : numbers.TryGetValue(group, out var known) ? known : numbers[group] = i)];
    }

    private static bool Breaks(SpreadDomains domains, IEnumerable<PackingItem> group, PlacementConstraint constraint, Dictionary<string, int> values) => constraint.Operator switch
    {
        ConstraintOperator.Unique => values.Values.Any(v => v > 1),
        ConstraintOperator.MaxPer => values.Values.Any(v => v > constraint.Number),
        ConstraintOperator.Cluster => constraint.Value is null && values.Count > 1,
        ConstraintOperator.GroupBy => values.Values.Any(v => v > 1) && IsUneven(domains, group, constraint, values),
        _ => false,
    };

    private static bool IsUneven(SpreadDomains domains, IEnumerable<PackingItem> group, PlacementConstraint constraint, Dictionary<string, int> values)
    {
        var spreading = group.Where(i => i.Constraints.Any(c => c.Operator == ConstraintOperator.GroupBy && c.Field == constraint.Field)).ToList();
        var most = values.OrderByDescending(v => v.Value).FirstOrDefault(v => IsInDomain(v.Key)).Value;
        if (most < 2)
        {
            return false;
        }

        var all = domains.ValuesOf(constraint.Field);
        return all.Any(v => values.GetValueOrDefault(v) < most - 1 && IsInDomain(v)) || all.Where(IsInDomain).Take(constraint.Number ?? 0).Count() < (constraint.Number ?? 0);

        bool IsInDomain(string value) => spreading.Exists(i => domains.Has(i, constraint.Field, value));
    }
}
