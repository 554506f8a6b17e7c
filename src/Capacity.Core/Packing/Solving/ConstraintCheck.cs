using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving;

/// <summary>Checks constraints, group by group.</summary>
internal static class ConstraintCheck
{
    public static IEnumerable<string> Faults(PackingProblem problem, Dictionary<(int Machine, int Item), int> counts)
    {
        var groups = counts.ToLookup(c => GroupOf(problem.Items[c.Key.Item]));
        var places = counts.Keys.ToLookup(k => k.Item, k => k.Machine);
        var members = problem.Items.Where(i => i.Constraints.Count > 0).ToLookup(GroupOf);
        for (var i = 0; i < problem.Items.Count; i++)
        {
            foreach (var constraint in problem.Items[i].Constraints)
            {
                var item = problem.Items[i];
                foreach (var machine in places[i].Where(m => !constraint.Allows(EligibilityTable.ValueOf(problem.Machines[m], constraint.Field))))
                {
                    yield return $"item '{item.Id}' on machine '{problem.Machines[machine].Id}' breaks {constraint}";
                }

                var values = groups[GroupOf(item)]
                    .GroupBy(c => EligibilityTable.ValueOf(problem.Machines[c.Key.Machine], constraint.Field))
                    .Where(v => v.Key is not null)
                    .ToDictionary(v => v.Key!, v => v.Sum(c => c.Value));
                if (values.Count > 0 && Breaks(problem, members[GroupOf(item)], constraint, values))
                {
                    yield return $"the group of item '{item.Id}' breaks {constraint}";
                }
            }
        }
    }

    private static (string? Group, string? Id) GroupOf(PackingItem item) => item.Group is { } group ? (group, null) : (null, item.Id);

    private static bool Breaks(PackingProblem problem, IEnumerable<PackingItem> group, PlacementConstraint constraint, Dictionary<string, int> values) => constraint.Operator switch
    {
        ConstraintOperator.Unique => values.Values.Max() > 1,
        ConstraintOperator.MaxPer => values.Values.Max() > constraint.Number,
        ConstraintOperator.Cluster => constraint.Value is null && values.Count > 1,
        ConstraintOperator.GroupBy => IsUneven(problem, group, constraint, values),
        _ => false,
    };

    private static bool IsUneven(PackingProblem problem, IEnumerable<PackingItem> group, PlacementConstraint constraint, Dictionary<string, int> values)
    {
        var spreading = group.Where(i => i.Constraints.Any(c => c.Operator == ConstraintOperator.GroupBy && c.Field == constraint.Field)).ToList();
        var domain = problem.Machines
            .Where(m => m.AcceptsNew && spreading.Exists(i => CouldHold(m, i)))
            .Select(m => EligibilityTable.ValueOf(m, constraint.Field))
            .OfType<string>().Distinct().ToList();
        var spread = domain.Select(v => values.GetValueOrDefault(v)).ToList();
        return spread.Count > 0 && spread.Max() > (domain.Count < (constraint.Number ?? 0) ? 1 : spread.Min() + 1);
    }

    private static bool CouldHold(PackingMachine machine, PackingItem item) =>
        item.Machines?.Contains(machine.Id) != false
        && item.Constraints.All(c => c.Allows(EligibilityTable.ValueOf(machine, c.Field)))
        && Enumerable.Range(0, item.Demand.Count).All(r =>
            item.Demand[r] <= (machine.Capacity[r] + (item.Role is { } role && machine.Reserved.TryGetValue(role, out var reserved) ? reserved[r] : 0)) * (1 + 1e-9));
}
