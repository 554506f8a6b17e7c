using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Measures;

/// <summary>Places items on the first machine of an order that takes them. Machines only ever fill up while it is in use.</summary>
/// <remarks>
/// A machine at the end of the order changes nothing of what happens before it: with more room at the end never fewer items are
/// placed. That is why the measures that compare clusters are made with this rule, and not with one that packs a little better.
/// </remarks>
internal sealed class FirstFit(PackingState state, IReadOnlyList<int> order)
{
    private readonly int[] start = new int[state.Problem.Items.Count];

    /// <summary>Gets the place in the order, from 1, of the last machine that anything was placed on; 0 for none.</summary>
    public int Reached { get; private set; }

    /// <summary>Places one item.</summary>
    /// <returns>The machine, or -1 where none takes it.</returns>
    public int Place(int item)
    {
        // Every machine before the start lacks room for the item, or will never take it.
        for (var p = start[item]; p < order.Count; p++)
        {
            var machine = order[p];
            var fits = state.Fits(item, machine) && state.Model.Eligibility.Accepts[machine] && state.Model.Eligibility.Allows(item, machine);
            if (fits && state.IsAllowed(item, machine))
            {
                state.Place(item, machine);
                Reached = Math.Max(Reached, p + 1);
                return machine;
            }

            start[item] += !fits && p == start[item] ? 1 : 0;
        }

        return -1;
    }
}
