namespace Capacity.Core.Packing.Solving.Model;

/// <summary>Some of the machines: their numbers where they are few, else a bit for each machine.</summary>
internal sealed class MachineSet
{
    private const int BitsEach = 64;

    private readonly int[]? few;
    private readonly ulong[]? bits;

    private MachineSet(int[] members, ulong[]? bits)
    {
        few = bits is null ? members : null;
        this.bits = bits;
        Count = members.Length;
    }

    /// <summary>Gets how many there are.</summary>
    public int Count { get; }

    /// <summary>Makes a set.</summary>
    /// <param name="members">The numbers of its machines, in rising order.</param>
    /// <param name="machines">How many machines there are in all.</param>
    public static MachineSet Of(int[] members, int machines)
    {
        var words = (machines + BitsEach - 1) / BitsEach;
        if (members.Length < words)
        {
            return new(members, null);
        }

        var bits = new ulong[words];
        foreach (var machine in members)
        {
            bits[machine / BitsEach] |= 1UL << (machine % BitsEach);
        }

        return new(members, bits);
    }

    /// <summary>Says whether a machine is one of them.</summary>
    public bool Contains(int machine) => bits is not null
        ? (bits[machine / BitsEach] & (1UL << (machine % BitsEach))) != 0
        : Array.BinarySearch(few!, machine) >= 0;

    /// <summary>Says whether two sets have a machine in common.</summary>
    public bool Overlaps(MachineSet other)
    {
        if ((few ?? other.few) is null)
        {
            return bits!.Zip(other.bits!).Any(w => (w.First & w.Second) != 0);
        }

        var (list, set) = few is not null ? (few, other) : (other.few!, this);
        return Array.Exists(list, set.Contains);
    }

    /// <summary>Says whether all machines of this set are in another.</summary>
    public bool IsIn(MachineSet other) => Count <= other.Count
        && (few is not null ? Array.TrueForAll(few, other.Contains) : other.bits is not null && bits!.Zip(other.bits).All(w => (w.First & ~w.Second) == 0));

    /// <summary>Lists them in rising order.</summary>
    /// <param name="machines">How many machines there are in all.</param>
    public int[] ToArray(int machines) => few ?? [.. Enumerable.Range(0, machines).Where(Contains)];
}
