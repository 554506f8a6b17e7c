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
    private readonly BlockRoom room = new(state, order);

    /// <summary>Gets the place in the order, from 1, of the last machine that anything was placed on; 0 for none.</summary>
    public int Reached { get; private set; }

    /// <summary>Places one item.</summary>
    /// <returns>The machine, or -1 where none takes it.</returns>
    public int Place(int item)
    {
        for (var block = start[item] / BlockRoom.Size; block < room.Blocks; block++)
        {
            if (Find(item, block) is var place and >= 0)
            {
                state.Place(item, order[place]);
                room.Note(block);
                Reached = Math.Max(Reached, place + 1);
                return order[place];
            }
        }

        return -1;
    }

    /// <summary>Finds the first place of a block that takes an item; -1 for none. Every machine before the start lacks room for the item, or will never take it.</summary>
    private int Find(int item, int block)
    {
        var from = Math.Max(start[item], block * BlockRoom.Size);
        var end = Math.Min(order.Count, (block + 1) * BlockRoom.Size);
        if (!room.MayFit(item, block))
        {
            start[item] = start[item] == from ? end : start[item];
            return -1;
        }

        for (var place = from; place < end; place++)
        {
            var machine = order[place];
            var fits = state.Fits(item, machine) && state.Model.Eligibility.Accepts[machine] && state.Model.Eligibility.Allows(item, machine);
            if (fits && state.IsAllowed(item, machine))
            {
                return place;
            }

            start[item] += !fits && place == start[item] ? 1 : 0;
        }

        room.Renew(block);
        return -1;
    }
}
