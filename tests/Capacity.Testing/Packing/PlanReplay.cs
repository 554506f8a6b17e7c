using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation;

namespace Capacity.Testing.Packing;

/// <summary>Replays a plan step by step in the plainest way, and says what is wrong with it.</summary>
/// <remarks>It shares no code with the planner: it counts in lists, and reads constraints by itself.</remarks>
public sealed class PlanReplay
{
    private readonly PackingProblem problem;
    private readonly List<(int Item, bool IsNew)>[] running;

    public PlanReplay(PackingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        this.problem = problem;
        running = [.. problem.Machines.Select(_ => new List<(int, bool)>())];
        foreach (var (machine, item, count) in problem.Given)
        {
            running[machine].AddRange(Enumerable.Repeat((item, false), count));
        }
    }

    /// <summary>Gets what is on each machine now.</summary>
    public IReadOnlyList<IReadOnlyList<(int Item, bool IsNew)>> Running => running;

    /// <summary>Makes a plan's moves.</summary>
    /// <returns>The first fault; <see langword="null"/> where there is none.</returns>
    public string? FaultIn(IEnumerable<PlannedMove> moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        var number = 0;
        foreach (var ((item, from, to), _, _) in moves)
        {
            number++;
            var harmBefore = Harm(item);
            running[to].Add((item, true));
            var fault = Fault(item, to) ?? (Harm(item) > harmBefore ? $"breaks a constraint of {problem.Items[item].Id}" : null);
            if (fault is not null)
            {
                return $"move {number}: {fault}";
            }

            var leaves = running[from].FindIndex(r => r == (item, false));
            if ((leaves < 0 && (leaves = running[from].FindIndex(r => r.Item == item)) < 0) || from == to)
            {
                return $"move {number}: no {problem.Items[item].Id} is on {problem.Machines[from].Id}";
            }

            running[from].RemoveAt(leaves);
            if (Harm(item) > harmBefore)
            {
                return $"move {number}: leaves a constraint of {problem.Items[item].Id} worse than before";
            }
        }

        return null;
    }

    private string? Fault(int item, int to)
    {
        var machine = problem.Machines[to];
        for (var r = 0; r < problem.Resources.Count; r++)
        {
            var free = (decimal)machine.Capacity[r];
            foreach (var byRole in running[to].GroupBy(i => problem.Items[i.Item].Role))
            {
                var need = byRole.Sum(i => (decimal)problem.Items[i.Item].Demand[r]);
                var reserved = byRole.Key is { } role && machine.Reserved.TryGetValue(role, out var amounts) ? (decimal)amounts[r] : 0;
                free -= Math.Max(0, need - reserved);
            }

            if (free < 0)
            {
                return $"{machine.Id} has too little {problem.Resources[r]}";
            }
        }

        return problem.Items[item].IsPinned ? $"{problem.Items[item].Id} is pinned"
            : !machine.AcceptsNew ? $"{machine.Id} takes nothing new"
            : problem.Items[item].Machines?.Contains(machine.Id) == false ? $"{problem.Items[item].Id} must not be on {machine.Id}"
            : problem.Items[item].Constraints.Any(c => c.Operator is ConstraintOperator.Like or ConstraintOperator.Unlike or ConstraintOperator.Is && !IsMet(c, machine)) ? $"{machine.Id} is none for {problem.Items[item].Id}"
            : null;
    }

    // By how much the constraints of an item's group are broken, all of them summed up.
    private int Harm(int item)
    {
        var group = problem.Items[item].Group;
        var where = running.SelectMany((list, m) => list.Where(i => group is null ? i.Item == item : problem.Items[i.Item].Group == group).Select(_ => problem.Machines[m])).ToList();
        var harm = 0;
        foreach (var constraint in problem.Items[item].Constraints)
        {
            var counts = where.GroupBy(m => ValueOf(m, constraint.Field)).ToDictionary(g => g.Key ?? string.Empty, g => g.Count());
            harm += constraint.Operator switch
            {
                ConstraintOperator.Unique => counts.Values.Sum(c => c - 1),
                ConstraintOperator.MaxPer => counts.Values.Sum(c => Math.Max(0, c - constraint.Number!.Value)),
                ConstraintOperator.Cluster => Math.Max(0, counts.Count - 1),
                ConstraintOperator.GroupBy => Math.Max(1, Domain(item, constraint).Max(v => counts.GetValueOrDefault(v)) - Domain(item, constraint).Min(v => counts.GetValueOrDefault(v))),
                _ => 0,
            };
        }

        return harm;
    }

    // The values that an item of the group could have at all.
    private List<string> Domain(int item, PlacementConstraint constraint) =>
    [
        .. problem.Machines
            .Where(m => m.AcceptsNew && problem.Items.Where((other, i) => i == item || (other.Group is not null && other.Group == problem.Items[item].Group)).Any(other => CouldBeOn(other, m)))
            .Select(m => ValueOf(m, constraint.Field)).OfType<string>().Distinct(),
    ];

    private static bool CouldBeOn(PackingItem item, PackingMachine machine) =>
        item.Demand.Select((d, r) => d <= machine.Capacity[r] + (item.Role is { } role && machine.Reserved.TryGetValue(role, out var reserved) ? reserved[r] : 0)).All(f => f)
        && item.Constraints.All(c => c.Operator is not (ConstraintOperator.Like or ConstraintOperator.Unlike or ConstraintOperator.Is) || IsMet(c, machine));

    private static string? ValueOf(PackingMachine machine, string field) =>
        machine.Attributes.TryGetValue(field, out var value) ? value : field == "hostname" ? machine.Id : null;

    private static bool IsMet(PlacementConstraint constraint, PackingMachine machine)
    {
        var value = ValueOf(machine, constraint.Field);
        return constraint.Operator switch
        {
            ConstraintOperator.Is => value == constraint.Value,
            ConstraintOperator.Like => value is not null && System.Text.RegularExpressions.Regex.IsMatch(value, $"^(?:{constraint.Value})$"),
            _ => value is null || !System.Text.RegularExpressions.Regex.IsMatch(value, $"^(?:{constraint.Value})$"),
        };
    }
}
