using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Some of the items, and all machines that they may be on.</summary>
/// <param name="Model">The problem.</param>
/// <param name="Capacity">What machines could hold at most, by machine and resource of the whole problem: a reservation counts as if it were everybody's.</param>
/// <param name="Items">The kinds of items, with one item each at least.</param>
/// <param name="Machines">The machines.</param>
internal sealed record Subproblem(PackingModel Model, double[] Capacity, int[] Items, int[] Machines)
{
    public double CapacityOf(int machine, int resource) => Capacity[(machine * Model.Stride) + resource];

    public double DemandOf(int item, int resource) => Model.Demand[(item * Model.Stride) + resource];

    /// <summary>Finds the most that any machine has of each resource.</summary>
    public double[] Largest()
    {
        var largest = new double[Model.Resources];
        foreach (var machine in Machines)
        {
            for (var r = 0; r < largest.Length; r++)
            {
                largest[r] = Math.Max(largest[r], CapacityOf(machine, r));
            }
        }

        return largest;
    }
}
