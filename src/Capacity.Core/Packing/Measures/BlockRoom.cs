using Capacity.Core.Packing.Solving;
using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Measures;

/// <summary>The most that machines which follow one another in an order have free, so that full ones are passed over together. Machines only ever fill up while it is in use.</summary>
/// <remarks>Room that is kept for roles counts in full, whoever it is kept for: what may be free is never less than what is.</remarks>
internal sealed class BlockRoom
{
    /// <summary>How many machines are a block.</summary>
    public const int Size = 16;

    private readonly PackingState state;
    private readonly IReadOnlyList<int> order;
    private readonly int stride;
    private readonly double[] reserved;
    private readonly double[] most;
    private readonly bool[] isOutdated;

    public BlockRoom(PackingState state, IReadOnlyList<int> order)
    {
        (this.state, this.order, stride) = (state, order, state.Model.Stride);
        reserved = new double[state.FreeQuanta.Length];
        state.Model.Reservations.AddTo(reserved, stride);
        Blocks = (order.Count + Size - 1) / Size;
        most = new double[Blocks * stride];
        isOutdated = new bool[Blocks];
        for (var block = 0; block < Blocks; block++)
        {
            Measure(block);
        }
    }

    /// <summary>Gets how many blocks there are; the last may be a smaller one.</summary>
    public int Blocks { get; }

    /// <summary>Says whether any machine of a block may have room for an item; where it says no, none has.</summary>
    public bool MayFit(int item, int block) => VectorMath.FitsIn(state.Model.Demand, item * stride, most, block * stride, stride);

    /// <summary>Takes note that something was placed on a machine of a block.</summary>
    public void Note(int block) => isOutdated[block] = true;

    /// <summary>Looks again at a block that was searched in vain.</summary>
    public void Renew(int block)
    {
        if (isOutdated[block])
        {
            Measure(block);
        }
    }

    private void Measure(int block)
    {
        var room = most.AsSpan(block * stride, stride);
        room.Clear();
        for (var p = block * Size; p < Math.Min(order.Count, (block + 1) * Size); p++)
        {
            var machine = order[p] * stride;
            for (var r = 0; r < stride; r++)
            {
                room[r] = Math.Max(room[r], state.FreeQuanta[machine + r] + reserved[machine + r]);
            }
        }

        isOutdated[block] = false;
    }
}
