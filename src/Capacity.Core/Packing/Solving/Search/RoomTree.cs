using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Finds the first machine in an order that may have room: a tree over the machines, with the most that is free below each node.</summary>
internal sealed class RoomTree
{
    private readonly PackingModel model;
    private readonly PackingState state;
    private readonly IReadOnlyList<int> machines;
    private readonly int leaves;
    private readonly double[] most;

    /// <param name="state">The packing; <see cref="Update"/> has to be told of changes.</param>
    /// <param name="machines">The machines in their order.</param>
    public RoomTree(PackingState state, IReadOnlyList<int> machines)
    {
        (this.state, this.machines, model) = (state, machines, state.Model);
        leaves = 1;
        while (leaves < machines.Count)
        {
            leaves *= 2;
        }

        most = new double[2 * leaves * model.Stride];
        Array.Fill(most, double.NegativeInfinity);
        for (var at = 0; at < machines.Count; at++)
        {
            Read(at);
        }

        for (var node = leaves - 1; node > 0; node--)
        {
            Join(node);
        }
    }

    /// <summary>Finds the first place in the order, from one on, where what everybody may take suffices for an item.</summary>
    /// <returns>The place, or -1 where there is none.</returns>
    public int First(int item, int from)
    {
        if (from >= machines.Count)
        {
            return -1;
        }

        var node = from + leaves;
        while (true)
        {
            if (!Suffices(node, item))
            {
                node = After(node);
            }
            else if (node < leaves)
            {
                node *= 2;
            }
            else
            {
                return node - leaves;
            }

            if (node == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>Takes over what is free on the machine at a place.</summary>
    public void Update(int at)
    {
        Read(at);
        for (var node = (at + leaves) / 2; node > 0; node /= 2)
        {
            Join(node);
        }
    }

    // The largest node that begins where this one ends; 0 behind the last.
    private static int After(int node)
    {
        while ((node & 1) == 1)
        {
            node >>= 1;
        }

        return node == 0 ? 0 : node + 1;
    }

    private bool Suffices(int node, int item) => VectorMath.FitsIn(model.Demand, item * model.Stride, most, node * model.Stride, model.Stride);

    private void Read(int at) => Array.Copy(state.FreeQuanta, machines[at] * model.Stride, most, (at + leaves) * model.Stride, model.Stride);

    private void Join(int node)
    {
        for (var r = 0; r < model.Stride; r++)
        {
            most[(node * model.Stride) + r] = Math.Max(most[(2 * node * model.Stride) + r], most[(((2 * node) + 1) * model.Stride) + r]);
        }
    }
}
