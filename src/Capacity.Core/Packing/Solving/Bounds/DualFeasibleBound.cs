using Capacity.Core.Packing.Solving.Model;

namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Volume bounds in each resource after sizes went through dual-feasible functions.</summary>
/// <remarks>
/// A function f with Σ f(x) ≤ 1 wherever Σ x ≤ 1 may be applied to the sizes before they are added up. Two families of Fekete and Schepers
/// (2001), "New classes of fast lower bounds for bin packing problems": sizes above 1 - ε count as whole and those below ε as nothing; and u(k),
/// which rounds to k-ths. Sizes are parts of the largest machine, which bounds the others too.
/// </remarks>
internal static class DualFeasibleBound
{
    private const int MostThresholds = 200;
    private const int MostParts = 20;

    public static int Of(PackingModel model, double[] capacity)
    {
        var best = 0;
        for (var r = 0; r < model.Resources; r++)
        {
            var largest = 0.0;
            for (var m = 0; m < model.Machines; m++)
            {
                largest = Math.Max(largest, capacity[(m * model.Stride) + r]);
            }

            if (largest > 0)
            {
                best = Math.Max(best, InOne(model, r, largest));
            }
        }

        return best;
    }

    private static int InOne(PackingModel model, int resource, double largest)
    {
        var sizes = Enumerable.Range(0, model.Items)
            .Select(i => (Size: model.Demand[(i * model.Stride) + resource] / largest, Count: model.Count[i]))
            .GroupBy(s => s.Size, (size, all) => (Size: size, Count: all.Sum(a => (double)a.Count)))
            .ToArray();
        var thresholds = sizes.Select(s => s.Size <= 0.5 ? s.Size : 1 - s.Size).Where(e => e is > 0 and <= 0.5).Distinct().Order().ToArray();
        var step = Math.Max(1, thresholds.Length / MostThresholds);
        var best = 0.0;
        for (var t = 0; t < thresholds.Length; t += step)
        {
            var edge = thresholds[t];
            best = Math.Max(best, sizes.Sum(s => s.Count * (s.Size > 1 - edge + 1e-12 ? 1 : s.Size < edge - 1e-12 ? 0 : s.Size)));
        }

        for (var k = 1; k <= MostParts; k++)
        {
            best = Math.Max(best, sizes.Sum(s => s.Count * Rounded(s.Size, k)));
        }

        return (int)Math.Min(int.MaxValue, Math.Ceiling(best - (1e-9 * Math.Max(1, best))));
    }

    private static double Rounded(double size, int k)
    {
        var parts = size * (k + 1);
        var whole = Math.Round(parts);
        return Math.Abs(parts - whole) < 1e-9 ? size : Math.Floor(parts) / k;
    }
}
