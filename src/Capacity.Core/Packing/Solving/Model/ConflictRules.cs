namespace Capacity.Core.Packing.Solving.Model;

/// <summary>All conflicts, by item. A name stands for a class: all items of that id or group.</summary>
internal sealed class ConflictRules
{
    private readonly int[][] classes;
    private readonly ConflictRule[][] limiting;
    private readonly ConflictRule[][] limited;

    public ConflictRules(PackingProblem problem)
    {
        var numbers = new Dictionary<string, int>();
        var rules = problem.Conflicts.Select(c => new ConflictRule(Number(c.Present), Number(c.Other), c.Present == c.Other && c.Most < int.MaxValue ? c.Most + 1 : c.Most, c)).ToList();
        IsEmpty = rules.Count == 0;
        classes = [.. problem.Items.Select(ClassesOf)];
        limiting = RulesByItem(rules.ToLookup(r => r.Present));
        limited = RulesByItem(rules.ToLookup(r => r.Other));

        int Number(string name)
        {
            if (!numbers.TryGetValue(name, out var number))
            {
                numbers[name] = number = numbers.Count;
            }

            return number;
        }

        int[] ClassesOf(PackingItem item)
        {
            var own = new HashSet<int>();
            foreach (var name in new[] { item.Id, item.Group })
            {
                if (name is not null && numbers.TryGetValue(name, out var number))
                {
                    own.Add(number);
                }
            }

            return [.. own];
        }
    }

    public bool IsEmpty { get; }

    /// <summary>Finds the classes that an item is of, among those that are in any conflict.</summary>
    public int[] ClassesOf(int item) => classes[item];

    /// <summary>Finds the rules that hold on machines where an item is.</summary>
    public ConflictRule[] LimitingOf(int item) => limiting[item];

    /// <summary>Finds the rules that may keep an item from a machine.</summary>
    public ConflictRule[] LimitedOf(int item) => limited[item];

    // Items of one class share its rules.
    private ConflictRule[][] RulesByItem(ILookup<int, ConflictRule> byClass)
    {
        var shared = byClass.ToDictionary(c => c.Key, c => c.ToArray());
        return [.. classes.Select(c => c is [var only] ? shared.GetValueOrDefault(only, []) : [.. c.SelectMany(n => shared.GetValueOrDefault(n, []))])];
    }
}
