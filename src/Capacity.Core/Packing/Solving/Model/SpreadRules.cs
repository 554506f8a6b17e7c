namespace Capacity.Core.Packing.Solving.Model;

/// <summary>All constraints that depend on where the rest of a group is, and what has to be counted for them.</summary>
/// <remarks>
/// A group is counted once for each field that some constraint of its items speaks of. The values over which
/// <see cref="ConstraintOperator.GroupBy"/> spreads are those that items of the group could be on at all: eligible, and large enough.
/// </remarks>
internal sealed class SpreadRules
{
    private readonly Dictionary<string, SpreadField> fields = [];
    private readonly Dictionary<(string Group, string Field), int> numbers = [];
    private readonly List<(SpreadField Field, bool[]? Domain)> counters = [];
    private readonly SpreadRule[][] rules;
    private readonly int[][] counted;

    public SpreadRules(PackingModel model)
    {
        var items = model.Problem.Items;
        rules = new SpreadRule[items.Count][];
        counted = new int[items.Count][];
        var found = new List<(string Group, SpreadRule Rule)>();
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var constraint in items[i].Constraints.Where(DependsOnOthers))
            {
                found.Add((GroupOf(items[i]), RuleOf(model, i, constraint)));
            }
        }

        // What one item of a group asks of the whole group binds all of them.
        var rulesByGroup = found.Distinct().ToLookup(f => f.Group, f => f.Rule);
        var byGroup = numbers.ToLookup(n => n.Key.Group, n => n.Value);
        for (var i = 0; i < items.Count; i++)
        {
            rules[i] = found.Count == 0 ? [] : [.. rulesByGroup[GroupOf(items[i])]];
            counted[i] = counters.Count == 0 ? [] : [.. byGroup[GroupOf(items[i])]];
        }
    }

    public bool IsEmpty => counters.Count == 0;

    public int Counters => counters.Count;

    public SpreadField FieldOf(int counter) => counters[counter].Field;

    /// <summary>Finds the values that a counter's group spreads over; <see langword="null"/> where it does not.</summary>
    public bool[]? DomainOf(int counter) => counters[counter].Domain;

    /// <summary>Finds the rules that an item obeys.</summary>
    public SpreadRule[] RulesOf(int item) => rules[item];

    /// <summary>Finds the counters that count an item.</summary>
    public int[] CountersOf(int item) => counted[item];

    private static bool DependsOnOthers(PlacementConstraint constraint) =>
        constraint.Operator is ConstraintOperator.Unique or ConstraintOperator.MaxPer or ConstraintOperator.GroupBy
        || (constraint.Operator == ConstraintOperator.Cluster && constraint.Value is null);

    // A group and an item of the same name are two things, unless the item is in that group.
    private static string GroupOf(PackingItem item) => item.Group is { } group ? $"g:{group}" : $"i:{item.Id}";

    private SpreadRule RuleOf(PackingModel model, int item, PlacementConstraint constraint)
    {
        var key = (GroupOf(model.Problem.Items[item]), constraint.Field);
        if (!numbers.TryGetValue(key, out var number))
        {
            if (!fields.TryGetValue(constraint.Field, out var field))
            {
                fields[constraint.Field] = field = SpreadField.Read(model.Problem, constraint.Field);
            }

            numbers[key] = number = counters.Count;
            counters.Add((field, null));
        }

        var most = constraint.Operator == ConstraintOperator.Unique ? 1 : constraint.Number ?? int.MaxValue;
        if (constraint.Operator == ConstraintOperator.GroupBy)
        {
            var domain = AddDomain(model, item, number);
            most = domain.Count(d => d) < (constraint.Number ?? 0) ? 1 : int.MaxValue;
        }

        return new(number, constraint.Operator, most, constraint);
    }

    private bool[] AddDomain(PackingModel model, int item, int number)
    {
        var (field, known) = counters[number];
        var domain = known ?? new bool[field.Count];
        var missing = domain.Count(d => !d);
        for (var m = 0; m < field.Of.Length && missing > 0; m++)
        {
            if (field.Of[m] >= 0 && !domain[field.Of[m]] && model.Eligibility.Accepts[m] && model.Eligibility.Allows(item, m) && model.CouldHold(item, m))
            {
                domain[field.Of[m]] = true;
                missing--;
            }
        }

        counters[number] = (field, domain);
        return domain;
    }
}
