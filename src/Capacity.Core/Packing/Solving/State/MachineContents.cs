namespace Capacity.Core.Packing.Solving.State;

/// <summary>The items on each machine: a short list for each.</summary>
internal sealed class MachineContents
{
    private readonly PlacedItems[][] lists;
    private readonly int[] lengths;

    public MachineContents(int machines)
    {
        lists = new PlacedItems[machines][];
        lengths = new int[machines];
        Array.Fill(lists, []);
    }

    public MachineContents(MachineContents other)
    {
        lists = [.. other.lists.Select(l => (PlacedItems[])l.Clone())];
        lengths = (int[])other.lengths.Clone();
    }

    public ReadOnlySpan<PlacedItems> On(int machine) => lists[machine].AsSpan(0, lengths[machine]);

    public int CountOn(int item, int machine) => IndexOf(item, machine) is var i and >= 0 ? lists[machine][i].Count : 0;

    /// <summary>Adds items, or takes them away where the count is negative.</summary>
    public void Add(int item, int machine, int count)
    {
        var i = IndexOf(item, machine);
        if (i < 0)
        {
            Append(new(item, 0, 0), machine);
            i = lengths[machine] - 1;
        }

        ref var entry = ref lists[machine][i];
        if (entry.Movable + count < 0)
        {
            lengths[machine] -= entry.Count == 0 ? 1 : 0;
            throw new InvalidOperationException($"Of item {item} on machine {machine} none may be taken away.");
        }

        entry = entry with { Count = entry.Count + count };
        if (entry.Count == 0)
        {
            entry = lists[machine][--lengths[machine]];
        }
    }

    public void Fix(int item, int machine, int count)
    {
        ref var entry = ref lists[machine][IndexOf(item, machine)];
        entry = entry with { Fixed = entry.Fixed + count };
    }

    private int IndexOf(int item, int machine)
    {
        var list = lists[machine];
        for (var i = 0; i < lengths[machine]; i++)
        {
            if (list[i].Item == item)
            {
                return i;
            }
        }

        return -1;
    }

    private void Append(PlacedItems entry, int machine)
    {
        if (lengths[machine] == lists[machine].Length)
        {
            Array.Resize(ref lists[machine], Math.Max(4, lengths[machine] * 2));
        }

        lists[machine][lengths[machine]++] = entry;
    }
}
