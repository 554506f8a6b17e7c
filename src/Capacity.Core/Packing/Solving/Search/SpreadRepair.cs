namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Takes back items of groups that spread evenly, where others of the group found no place and left the rest uneven.</summary>
internal static class SpreadRepair
{
    public static void Mend(PackingState state)
    {
        var spreads = state.Model.Spreads;
        var leftOver = Enumerable.Range(0, state.Model.Items)
            .Where(i => state.Unplaced(i) > 0 && Array.Exists(spreads.RulesOf(i), r => r.Operator == ConstraintOperator.GroupBy))
            .ToDictionary(i => i, _ => new List<int>());
        for (var machine = 0; machine < state.Model.Machines; machine++)
        {
            foreach (var placed in state.On(machine))
            {
                leftOver.GetValueOrDefault(placed.Item)?.Add(machine);
            }
        }

        foreach (var (item, machine) in leftOver.SelectMany(l => l.Value.Select(m => (l.Key, m))))
        {
            while (state.IsTooMany(item, machine) && Movable(state, item, machine))
            {
                state.Remove(item, machine);
            }
        }
    }

    private static bool Movable(PackingState state, int item, int machine)
    {
        foreach (var placed in state.On(machine))
        {
            if (placed.Item == item)
            {
                return placed.Movable > 0;
            }
        }

        return false;
    }
}
