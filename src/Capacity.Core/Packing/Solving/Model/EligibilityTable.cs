namespace Capacity.Core.Packing.Solving.Model;

/// <summary>Which machines each item may ever be on, by constraints that do not depend on what else is there.</summary>
internal sealed class EligibilityTable
{
    private readonly bool[]?[] masks;
    private readonly PackingProblem problem;

    public EligibilityTable(PackingProblem problem)
    {
        this.problem = problem;
        var known = new Dictionary<string, bool[]?>();
        masks = [.. problem.Items.Select(i => MaskOf(i, known))];
        IsOpen = masks.All(m => m is null) && problem.Machines.All(m => m.AcceptsNew);
        Accepts = [.. problem.Machines.Select(m => m.AcceptsNew)];
    }

    /// <summary>Gets whether every item may be on every machine, and every machine takes new ones.</summary>
    public bool IsOpen { get; }

    /// <summary>Gets which machines take new items.</summary>
    public bool[] Accepts { get; }

    /// <summary>Finds the value of a field.</summary>
    public static string? ValueOf(PackingMachine machine, string field) =>
        machine.Attributes.TryGetValue(field, out var value) ? value : field == "hostname" ? machine.Id : null;

    public bool Allows(int item, int machine) => masks[item] is not { } mask || mask[machine];

    /// <summary>Finds the machines that an item may be on; <see langword="null"/> for all of them.</summary>
    public bool[]? MaskOf(int item) => masks[item];

    /// <summary>Finds why an item may never be on a machine.</summary>
    public string? ReasonAgainst(int item, int machine)
    {
        var kind = problem.Items[item];
        var there = problem.Machines[machine];
        return kind.Constraints.FirstOrDefault(c => !c.Allows(ValueOf(there, c.Field)))?.ToString()
            ?? (kind.Machines?.Contains(there.Id) == false ? "machines" : null);
    }

    private bool[]? MaskOf(PackingItem item, Dictionary<string, bool[]?> known)
    {
        if (item.Constraints.Count == 0 && item.Machines is null)
        {
            return null;
        }

        // Items alike in their constraints share one mask; lists of machines are rarely alike.
        var key = item.Machines is null ? string.Join('\n', item.Constraints.Select(c => c.ToString()).Order(StringComparer.Ordinal)) : null;
        if (key is not null && known.TryGetValue(key, out var mask))
        {
            return mask;
        }

        mask = [.. problem.Machines.Select(m => item.Machines?.Contains(m.Id) != false)];
        foreach (var constraint in item.Constraints)
        {
            var answers = new Dictionary<string, bool>();
            for (var m = 0; m < mask.Length; m++)
            {
                var value = ValueOf(problem.Machines[m], constraint.Field);
                mask[m] &= value is null ? constraint.Allows(null)
                    : answers.TryGetValue(value, out var known1) ? known1
                    : answers[value] = constraint.Allows(value);
            }
        }

        mask = mask.All(m => m) ? null : mask;
        if (key is not null)
        {
            known[key] = mask;
        }

        return mask;
    }
}
