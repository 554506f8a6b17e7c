namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Volume bounds in each resource after sizes went through dual-feasible functions.</summary>
/// <remarks>
/// A function f with Σ f(x) ≤ 1 wherever Σ x ≤ 1 may be applied to the sizes before they are added up. Two families of Fekete and Schepers
/// (2001), "New classes of fast lower bounds for bin packing problems": sizes above 1 - ε count as whole and those below ε as nothing; and u(k),
/// which rounds to k-ths. Sizes are parts of the largest machine. Both families are superadditive and never fall, so a smaller machine of
/// capacity c holds no more than f(c): capacities go through the same function. So do they through the third, which counts how often a size goes
/// into another.
/// </remarks>
internal static class DualFeasibleBound
{
    private const int MostThresholds = 200;
    private const int MostParts = 20;

    public static int Of(Subproblem part)
    {
        var largest = part.Largest();
        return Enumerable.Range(0, part.Model.Resources).Where(r => largest[r] > 0).Select(r => InOne(part, r, (long)largest[r])).DefaultIfEmpty(0).Max();
    }

    private static int InOne(Subproblem part, int resource, long largest)
    {
        var sizes = Counted(part.Items.Select(i => (part.DemandOf(i, resource), part.Model.Count[i])));
        var capacities = Counted(part.Machines.Select(m => (part.CapacityOf(m, resource), 1)));
        var thresholds = sizes.Select(s => Math.Min(s.Size, largest - s.Size)).Where(e => e > 0).Distinct().Order().ToArray();
        var step = Math.Max(1, thresholds.Length / MostThresholds);
        var best = 0;
        for (var t = 0; t < thresholds.Length; t += step)
        {
            var edge = thresholds[t];
            best = Math.Max(best, Fewest(x => x > largest - edge ? largest : x < edge ? 0 : x));
        }

        step = Math.Max(1, sizes.Length / MostThresholds);
        for (var s = 0; s < sizes.Length; s += step)
        {
            var unit = Math.Max(1, sizes[s].Size);
            best = Math.Max(best, Fewest(x => x / unit));
        }

        for (var k = 1; k <= MostParts; k++)
        {
            best = Math.Max(best, Fewest(x => Rounded(x, k, largest)));
        }

        return best;

        // A packing of everything needs no fewer machines than have this much of f in sum.
        int Fewest(Func<long, double> f)
        {
            var need = sizes.Sum(s => s.Count * f(s.Size)) * (1 - 1e-9);
            var count = 0L;
            foreach (var (size, machines) in capacities)
            {
                var each = f(size);
                if (need <= 0 || each <= 0)
                {
                    break;
                }

                var used = Math.Min(machines, (long)Math.Ceiling(need / each));
                count += used;
                need -= used * each;
            }

            return (int)Math.Min(int.MaxValue, need > 0 ? count + 1 : count);
        }
    }

    // Amounts are whole numbers of quanta, so that nothing has to be compared with a tolerance; the largest first.
    private static (long Size, long Count)[] Counted(IEnumerable<(double Size, int Count)> amounts) =>
        [.. amounts.GroupBy(a => (long)a.Size, (size, all) => (size, all.Sum(a => (long)a.Count))).OrderByDescending(a => a.size)];

    private static double Rounded(long size, int k, long largest)
    {
        var (parts, rest) = Math.DivRem(size * (k + 1), largest);
        return rest == 0 ? size : (double)parts * largest / k;
    }
}
