using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Search;

/// <summary>Finds the cheapest items to take from a machine so that another fits.</summary>
/// <param name="state">The packing.</param>
/// <param name="costs">What each kind of item costs when it leaves.</param>
internal sealed class EjectionFinder(PackingState state, double[] costs)
{
    /// <summary>Beyond so many kinds on a machine only pairs are looked at.</summary>
    private const int MostForTriples = 12;

    private readonly PackingModel model = state.Model;
    private readonly double[] need = new double[state.Model.Stride];
    private readonly double[] rest = new double[state.Model.Stride];
    private int[] items = new int[16];
    private int count;

    /// <summary>Finds a set that costs less than a limit.</summary>
    public EjectionSet Find(int item, int machine, double limit)
    {
        if (!model.IsPlain && !state.Model.Eligibility.Accepts[machine] | !state.Model.Eligibility.Allows(item, machine))
        {
            return EjectionSet.None;
        }

        Gather(item, machine);
        for (var r = 0; r < model.Stride; r++)
        {
            need[r] = model.Demand[(item * model.Stride) + r] - state.FreeQuanta[(machine * model.Stride) + r];
        }

        var best = EjectionSet.None with { Cost = limit };
        for (var a = 0; a < count && costs[items[a]] < best.Cost; a++)
        {
            if (Covers(need, items[a]))
            {
                best = new(machine, items[a], -1, -1, costs[items[a]]);
                break;
            }
        }

        for (var a = 0; a < count && 2 * costs[items[a]] < best.Cost; a++)
        {
            best = Pairs(machine, a, best);
        }

        return best.Machine < 0 ? EjectionSet.None : best;
    }

    private EjectionSet Pairs(int machine, int a, EjectionSet best)
    {
        for (var r = 0; r < model.Stride; r++)
        {
            rest[r] = need[r] - model.Demand[(items[a] * model.Stride) + r];
        }

        var cost = costs[items[a]];
        for (var b = a + 1; b < count && cost + costs[items[b]] < best.Cost; b++)
        {
            if (Covers(rest, items[b]))
            {
                best = new(machine, items[a], items[b], -1, cost + costs[items[b]]);
                break;
            }
        }

        for (var b = a + 1; count <= MostForTriples && b < count; b++)
        {
            for (var c = b + 1; c < count && cost + costs[items[b]] + costs[items[c]] < best.Cost; c++)
            {
                if (Covers(rest, items[b], items[c]))
                {
                    best = new(machine, items[a], items[b], items[c], cost + costs[items[b]] + costs[items[c]]);
                }
            }
        }

        return best;
    }

    // Movable items in the order of their cost; of equal ones up to three may leave.
    private void Gather(int item, int machine)
    {
        count = 0;
        foreach (var placed in state.On(machine))
        {
            for (var n = Math.Min(placed.Movable, 3); n > 0 && placed.Item != item; n--)
            {
                if (count == items.Length)
                {
                    Array.Resize(ref items, count * 2);
                }

                var at = count++;
                for (; at > 0 && costs[items[at - 1]] > costs[placed.Item]; at--)
                {
                    items[at] = items[at - 1];
                }

                items[at] = placed.Item;
            }
        }
    }

    private bool Covers(double[] missing, int item) => VectorMath.FitsIn(missing, 0, model.Demand, item * model.Stride, model.Stride);

    private bool Covers(double[] missing, int first, int second)
    {
        ref var a = ref MemoryMarshal.GetArrayDataReference(missing);
        ref var b = ref MemoryMarshal.GetArrayDataReference(model.Demand);
        for (var i = 0; i < model.Stride; i += VectorMath.Lanes)
        {
            var sum = Vector256.LoadUnsafe(ref b, (nuint)((first * model.Stride) + i)) + Vector256.LoadUnsafe(ref b, (nuint)((second * model.Stride) + i));
            if (Vector256.GreaterThanAny(Vector256.LoadUnsafe(ref a, (nuint)i), sum))
            {
                return false;
            }
        }

        return true;
    }
}
