namespace Capacity.Core.Packing.Solving.Model;

/// <summary>Which machines each item may ever be on, by constraints that do not depend on what else is there.</summary>
internal sealed class EligibilityTable
{
    private readonly MachineSet?[] sets;
    private readonly PackingProblem problem;

    public EligibilityTable(PackingProblem problem)
    {
        this.problem = problem;
        var known = new Dictionary<string, MachineSet?>();
        var numbers = problem.Machines.Index().ToDictionary(m => m.Item.Id, m => m.Index);
        sets = [.. problem.Items.Select(i => SetOf(i, known, numbers))];
        IsOpen = sets.All(s => s is null) && problem.Machines.All(m => m.AcceptsNew);
        Accepts = [.. problem.Machines.Select(m => m.AcceptsNew)];
    }

    /// <summary>Gets whether every item may be on every machine, and every machine takes new ones.</summary>
    public bool IsOpen { get; }

    /// <summary>Gets which machines take new items.</summary>
    public bool[] Accepts { get; }

    /// <summary>Finds the value of a field.</summary>
    public static string? ValueOf(PackingMachine machine, string field) =>
        machine.Attributes.TryGetValue(field, out var value) ? value : field == "hostname" ? machine.Id : null;

    public bool Allows(int item, int machine) => sets[item] is not { } set || set.Contains(machine);

    /// <summary>Finds the machines that an item may be on; <see langword="null"/> for all of them.</summary>
    public MachineSet? SetOf(int item) => sets[item];

    /// <summary>Finds why an item may never be on a machine.</summary>
    public string? ReasonAgainst(int item, int machine)
    {
        var kind = problem.Items[item];
        var there = problem.Machines[machine];
        return kind.Constraints.FirstOrDefault(c => !c.Allows(ValueOf(there, c.Field)))?.ToString()
            ?? (kind.Machines?.Contains(there.Id) == false ? "machines" : null);
    }

    private MachineSet? SetOf(PackingItem item, Dictionary<string, MachineSet?> known, Dictionary<string, int> numbers)
    {
        if (item.Constraints.Count == 0 && item.Machines is null)
        {
            return null;
        }

        // Items alike in their constraints share one set; lists of machines are rarely alike.
        var key = item.Machines is null ? string.Join('\n', item.Constraints.Select(c => c.ToString()).Order(StringComparer.Ordinal)) : null;
        if (key is not null && known.TryGetValue(key, out var set))
        {
            return set;
        }

        var members = item.Machines is null
            ? Enumerable.Range(0, problem.Machines.Count)
            : item.Machines.Select(id => numbers.GetValueOrDefault(id, -1)).Where(m => m >= 0).Order();
        var allowed = item.Constraints.Aggregate(members, (left, constraint) => left.Where(Allowing(constraint))).ToArray();
        set = allowed.Length == problem.Machines.Count ? null : MachineSet.Of(allowed, problem.Machines.Count);
        if (key is not null)
        {
            known[key] = set;
        }

        return set;
    }

    // Machines have few values, and patterns are slow.
    private Func<int, bool> Allowing(PlacementConstraint constraint)
    {
        var answers = new Dictionary<string, bool>();
        return m => ValueOf(problem.Machines[m], constraint.Field) is not { } value ? constraint.Allows(null)
            : answers.TryGetValue(value, out var answer) ? answer
            : answers[value] = constraint.Allows(value);
    }
}
