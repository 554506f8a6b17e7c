using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Which kinds of items can never be together on one machine.</summary>
internal sealed class Exclusions
{
    private readonly Subproblem part;
    private readonly int[] items;
    private readonly bool[][] excludes;

    /// <param name="part">The machines, and the problem.</param>
    /// <param name="items">The kinds of items; the others are not looked at.</param>
    public Exclusions(Subproblem part, int[] items)
    {
        (this.part, this.items) = (part, items);
        excludes = [.. items.Select(_ => new bool[items.Length])];
    }

    /// <summary>Says whether an item of one kind excludes one of another, by their places among the items; of one kind, whether it excludes its like.</summary>
    public bool Between(int left, int right) => excludes[left][right];

    /// <summary>Counts the kinds that a kind excludes.</summary>
    public int DegreeOf(int at) => excludes[at].Count(e => e);

    /// <summary>Adds what no machine is large enough for.</summary>
    public void AddSizes()
    {
        var shapes = LargestShapes();
        ForPairs((a, b) => !shapes.Exists(s => HoldsBoth(s, items[a], items[b])));
    }

    /// <summary>Adds items that have no machine in common on which they may be.</summary>
    public void AddEligibility()
    {
        var disjoint = new Dictionary<(MachineSet, MachineSet), bool>();
        ForPairs((a, b) => part.Model.Eligibility.SetOf(items[a]) is { } left && part.Model.Eligibility.SetOf(items[b]) is { } right && left != right && AreDisjoint(left, right));

        bool AreDisjoint(MachineSet left, MachineSet right)
        {
            if (!disjoint.TryGetValue((left, right), out var known))
            {
                disjoint[(left, right)] = known = !left.Overlaps(right);
            }

            return known;
        }
    }

    /// <summary>Adds the items of groups of which a machine, or a larger part of the cluster, takes one at most.</summary>
    public void AddGroups() => AddAll(Classes(i => part.Model.Spreads.RulesOf(i).Where(IsSingle).Select(r => r.Counter)));

    /// <summary>Adds conflicts that allow none of one class beside another.</summary>
    public void AddConflicts()
    {
        var conflicts = part.Model.Conflicts;
        var classes = Classes(i => conflicts.ClassesOf(i));
        var rules = items.SelectMany(conflicts.LimitingOf).Distinct().ToArray();
        AddAll(rules.Where(r => r.Present == r.Other && r.Most == 1).ToDictionary(r => r.Present, r => classes[r.Present]));
        foreach (var rule in rules.Where(r => r.Present != r.Other && r.Most == 0 && classes.ContainsKey(r.Other)))
        {
            foreach (var a in classes[rule.Present])
            {
                classes[rule.Other].ForEach(b => excludes[a][b] = excludes[b][a] = true);
            }
        }
    }

    private static bool IsSingle(SpreadRule rule) => rule.Operator is ConstraintOperator.Unique or ConstraintOperator.MaxPer && rule.Most == 1;

    private Dictionary<int, List<int>> Classes(Func<int, IEnumerable<int>> classesOf)
    {
        var classes = new Dictionary<int, List<int>>();
        for (var at = 0; at < items.Length; at++)
        {
            foreach (var number in classesOf(items[at]).Distinct())
            {
                if (!classes.TryGetValue(number, out var members))
                {
                    classes[number] = members = [];
                }

                members.Add(at);
            }
        }

        return classes;
    }

    private void AddAll(Dictionary<int, List<int>> classes)
    {
        foreach (var members in classes.Values)
        {
            foreach (var a in members)
            {
                members.ForEach(b => excludes[a][b] = true);
            }
        }
    }

    private void ForPairs(Func<int, int, bool> exclude)
    {
        for (var a = 0; a < items.Length; a++)
        {
            for (var b = a; b < items.Length; b++)
            {
                if (!excludes[a][b] && exclude(a, b))
                {
                    excludes[a][b] = excludes[b][a] = true;
                }
            }
        }
    }

    // Shapes that no other is larger than in everything; with many of them, one that is larger than all.
    private List<double[]> LargestShapes()
    {
        const int Most = 12;
        var shapes = new List<double[]>();
        foreach (var machine in part.Machines)
        {
            var shape = Enumerable.Range(0, part.Model.Resources).Select(r => part.CapacityOf(machine, r)).ToArray();
            if (!shapes.Exists(s => IsIn(shape, s)))
            {
                shapes.RemoveAll(s => IsIn(s, shape));
                shapes.Add(shape);
            }

            if (shapes.Count > Most)
            {
                return [part.Largest()];
            }
        }

        return shapes;
    }

    private static bool IsIn(double[] small, double[] large) => small.Zip(large).All(p => p.First <= p.Second);

    private bool HoldsBoth(double[] shape, int left, int right)
    {
        for (var r = 0; r < shape.Length; r++)
        {
            if (part.DemandOf(left, r) + part.DemandOf(right, r) > shape[r])
            {
                return false;
            }
        }

        return true;
    }
}
