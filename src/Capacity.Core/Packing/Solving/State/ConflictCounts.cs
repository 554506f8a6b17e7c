using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.State;

/// <summary>How many items of each class that is in some conflict are on each machine.</summary>
internal sealed class ConflictCounts
{
    private readonly ConflictRules rules;
    private readonly Dictionary<int, int>[] counts;

    public ConflictCounts(ConflictRules rules, int machines)
    {
        this.rules = rules;
        counts = rules.IsEmpty ? [] : [.. Enumerable.Range(0, machines).Select(_ => new Dictionary<int, int>())];
    }

    public ConflictCounts(ConflictCounts other)
    {
        rules = other.rules;
        counts = [.. other.counts.Select(c => new Dictionary<int, int>(c))];
    }

    public void Add(int item, int machine, int count)
    {
        foreach (var number in rules.ClassesOf(item))
        {
            var sum = counts[machine].GetValueOrDefault(number) + count;
            if (sum == 0)
            {
                counts[machine].Remove(number);
            }
            else
            {
                counts[machine][number] = sum;
            }
        }
    }

    /// <summary>Finds a conflict that keeps one more of an item from a machine.</summary>
    public ItemConflict? Against(int item, int machine)
    {
        if (rules.IsEmpty)
        {
            return null;
        }

        var there = counts[machine];
        if (there.Count == 0)
        {
            return OnAnEmptyMachine(item);
        }

        foreach (var rule in rules.LimitedOf(item))
        {
            if (there.GetValueOrDefault(rule.Other) >= rule.Most && (rule.Present == rule.Other || there.ContainsKey(rule.Present)))
            {
                return rule.Conflict;
            }
        }

        foreach (var rule in rules.LimitingOf(item))
        {
            if (rule.Present != rule.Other && there.GetValueOrDefault(rule.Other) > rule.Most)
            {
                return rule.Conflict;
            }
        }

        return null;
    }

    // An item of both classes of a rule is beside itself.
    private ItemConflict? OnAnEmptyMachine(int item)
    {
        foreach (var rule in rules.LimitedOf(item))
        {
            if (rule.Most == 0 && Array.IndexOf(rules.ClassesOf(item), rule.Present) >= 0)
            {
                return rule.Conflict;
            }
        }

        return null;
    }
}
