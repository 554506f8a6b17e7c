using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving;

/// <summary>Knows on which values of a field items could be, by the problem alone.</summary>
internal sealed class SpreadDomains(PackingProblem problem)
{
    private readonly Dictionary<(string Constraints, string Field), ILookup<string, PackingMachine>> allowed = [];
    private readonly Dictionary<string, PackingMachine> byId = problem.Machines.ToDictionary(m => m.Id);
    private readonly Dictionary<(PlacementConstraint Constraint, string? Value), bool> answers = [];
    private readonly Dictionary<string, string[]> values = [];

    /// <summary>Lists the values of a field.</summary>
    public IReadOnlyList<string> ValuesOf(string field) => values.TryGetValue(field, out var known) ? known
        : values[field] = [.. problem.Machines.Select(m => EligibilityTable.ValueOf(m, field)).OfType<string>().Distinct()];

    /// <summary>Says whether a constraint allows a machine, whatever else is there.</summary>
    public bool Allows(PlacementConstraint constraint, PackingMachine machine)
    {
        if (constraint.Operator is ConstraintOperator.Unique or ConstraintOperator.MaxPer or ConstraintOperator.GroupBy)
        {
            return constraint.Allows(EligibilityTable.ValueOf(machine, constraint.Field));
        }

        // Patterns are slow, and machines have few values.
        var key = (constraint, EligibilityTable.ValueOf(machine, constraint.Field));
        return answers.TryGetValue(key, out var known) ? known : answers[key] = constraint.Allows(key.Item2);
    }

    /// <summary>Says whether some machine with this value of a field could hold such an item.</summary>
    public bool Has(PackingItem item, string field, string value) =>
        item.Machines is { } own
            ? own.Select(byId.GetValueOrDefault).OfType<PackingMachine>().Any(m => EligibilityTable.ValueOf(m, field) == value && IsAllowed(item, m) && CouldHold(m, item))
            : Allowed(item, field)[value].Any(m => CouldHold(m, item));

    private ILookup<string, PackingMachine> Allowed(PackingItem item, string field)
    {
        var key = (string.Join('\n', item.Constraints), field);
        return allowed.TryGetValue(key, out var known) ? known : allowed[key] = problem.Machines
            .Where(m => IsAllowed(item, m) && EligibilityTable.ValueOf(m, field) is not null)
            .ToLookup(m => EligibilityTable.ValueOf(m, field)!);
    }

    private bool IsAllowed(PackingItem item, PackingMachine machine) => machine.AcceptsNew && item.Constraints.All(c => Allows(c, machine));

    private static bool CouldHold(PackingMachine machine, PackingItem item) =>
        Enumerable.Range(0, item.Demand.Count).All(r =>
            item.Demand[r] <= (machine.Capacity[r] + (item.Role is { } role && machine.Reserved.TryGetValue(role, out var reserved) ? reserved[r] : 0)) * (1 + 1e-9));
}
