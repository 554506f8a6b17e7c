using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>The fewest machines whose capacities add up to the demand: in each resource, and in weighted sums of them.</summary>
/// <remarks>
/// For any weights w of 0 or more, the k largest machines by w·C have to hold w·D. Where machines differ, moving the weight to resources
/// in which that choice of machines falls short (subgradient) makes the bound better than any one resource's.
/// </remarks>
internal static class VolumeBound
{
    private const int Rounds = 60;

    public static int Of(PackingModel model, double[] capacity)
    {
        var demand = new double[model.Resources];
        var largest = new double[model.Resources];
        for (var r = 0; r < model.Resources; r++)
        {
            for (var i = 0; i < model.Items; i++)
            {
                demand[r] += model.Demand[(i * model.Stride) + r] * model.Count[i];
            }

            for (var m = 0; m < model.Machines; m++)
            {
                largest[r] = Math.Max(largest[r], capacity[(m * model.Stride) + r]);
            }
        }

        var best = 0;
        var weights = new double[model.Resources];
        for (var r = 0; r < model.Resources; r++)
        {
            Array.Clear(weights);
            weights[r] = 1;
            best = Math.Max(best, Count(model, capacity, demand, weights, out _));
        }

        for (var r = 0; r < model.Resources; r++)
        {
            weights[r] = largest[r] > 0 ? 1 / largest[r] : 0;
        }

        for (var round = 1; round <= Rounds; round++)
        {
            best = Math.Max(best, Count(model, capacity, demand, weights, out var missing));
            for (var r = 0; r < model.Resources; r++)
            {
                var step = largest[r] > 0 && demand[r] > 0 ? missing[r] / demand[r] : 0;
                weights[r] *= Math.Exp(4 * step / Math.Sqrt(round));
            }
        }

        return best;
    }

    private static int Count(PackingModel model, double[] capacity, double[] demand, double[] weights, out double[] missing)
    {
        var values = new double[model.Machines];
        var order = new int[model.Machines];
        for (var m = 0; m < order.Length; m++)
        {
            order[m] = m;
            for (var r = 0; r < model.Resources; r++)
            {
                values[m] -= weights[r] * capacity[(m * model.Stride) + r];
            }
        }

        Array.Sort(values, order);
        missing = (double[])demand.Clone();
        var need = 0.0;
        for (var r = 0; r < model.Resources; r++)
        {
            need += weights[r] * demand[r];
        }

        need -= need * 1e-9;
        var count = 0;
        for (; count < order.Length && need > 0; count++)
        {
            need += values[count];
            for (var r = 0; r < model.Resources; r++)
            {
                missing[r] -= capacity[(order[count] * model.Stride) + r];
            }
        }

        return need > 0 ? count + 1 : count;
    }
}
