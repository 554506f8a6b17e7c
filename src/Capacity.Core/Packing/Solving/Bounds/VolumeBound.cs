namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>The fewest machines whose capacities add up to the demand: in each resource, and in weighted sums of them.</summary>
/// <remarks>
/// For any weights w of 0 or more, the k largest machines by w·C have to hold w·D. Where machines differ, moving the weight to resources
/// in which that choice of machines falls short (subgradient) makes the bound better than any one resource's.
/// </remarks>
internal static class VolumeBound
{
    private const int Rounds = 60;

    public static int Of(Subproblem part)
    {
        var resources = part.Model.Resources;
        var largest = part.Largest();
        var demand = new double[resources];
        for (var r = 0; r < resources; r++)
        {
            demand[r] = part.Items.Sum(i => part.DemandOf(i, r) * part.Model.Count[i]);
        }

        var best = 0;
        var weights = new double[resources];
        for (var r = 0; r < resources; r++)
        {
            Array.Clear(weights);
            weights[r] = 1;
            best = Math.Max(best, Count(part, demand, weights, out _));
        }

        for (var r = 0; r < resources; r++)
        {
            weights[r] = largest[r] > 0 ? 1 / largest[r] : 0;
        }

        for (var round = 1; round <= Rounds; round++)
        {
            best = Math.Max(best, Count(part, demand, weights, out var missing));
            for (var r = 0; r < resources; r++)
            {
                var step = largest[r] > 0 && demand[r] > 0 ? missing[r] / demand[r] : 0;
                weights[r] *= Math.Exp(4 * step / Math.Sqrt(round));
            }
        }

        return best;
    }

    private static int Count(Subproblem part, double[] demand, double[] weights, out double[] missing)
    {
        var values = new double[part.Machines.Length];
        var order = new int[values.Length];
        for (var at = 0; at < order.Length; at++)
        {
            order[at] = part.Machines[at];
            for (var r = 0; r < weights.Length; r++)
            {
                values[at] -= weights[r] * part.CapacityOf(order[at], r);
            }
        }

        Array.Sort(values, order);
        missing = (double[])demand.Clone();
        var need = weights.Zip(demand, (w, d) => w * d).Sum();
        need -= need * 1e-9;
        var count = 0;
        for (; count < order.Length && need > 0; count++)
        {
            need += values[count];
            for (var r = 0; r < weights.Length; r++)
            {
                missing[r] -= part.CapacityOf(order[count], r);
            }
        }

        return need > 0 ? count + 1 : count;
    }
}
