using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Planning.Defragmentation.Moving;

/// <summary>What is still free of a reservation.</summary>
internal static class ReservedRoom
{
    /// <summary>Gives the rest of one resource, in quanta.</summary>
    /// <param name="state">The placement.</param>
    /// <param name="row">Where the reservation begins in the model's table.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="resource">The resource.</param>
    public static double Of(PackingState state, int row, int machine, int resource)
    {
        var model = state.Model;
        var rest = model.Reservations.Amounts[row + resource];
        foreach (var placed in state.On(machine))
        {
            rest -= model.Reservations.RowOf(placed.Item, machine) == row ? placed.Count * model.DemandOf(placed.Item)[resource] : 0;
        }

        return Math.Max(0, rest);
    }
}
