namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Takes back items of groups that spread evenly, where others of the group found no place and left the rest uneven.</summary>
internal static class SpreadRepair
{
    public static void Mend(PackingState state)
    {
        var model = state.Model;
        for (var item = 0; item < model.Items; item++)
        {
            if (state.Unplaced(item) > 0 && model.Spreads.RulesOf(item).Any(r => r.Operator == ConstraintOperator.GroupBy))
            {
                for (var machine = 0; machine < model.Machines; machine++)
                {
                    while (state.IsTooMany(item, machine) && Movable(state, item, machine))
                    {
                        state.Remove(item, machine);
                    }
                }
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
