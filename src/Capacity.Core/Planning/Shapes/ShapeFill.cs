using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>Equal machines, filled with containers drawn from a workload.</summary>
/// <param name="Placed">How many containers found room.</param>
/// <param name="Free">What is free on each machine then.</param>
internal sealed record ShapeFill(int Placed, IReadOnlyList<ResourceVector> Free)
{
    private const double Refused = 0.05;

    public static ShapeFill Fill(List<(ResourceVector Request, int Count)> kinds, ResourceVector machine, int count, Random random)
    {
        var free = Enumerable.Repeat(machine, count).ToArray();
        var fitting = kinds.Where(k => k.Request.FitsIn(machine) && Weight(k.Request, machine) > 0).ToList();
        var upTo = new long[fitting.Count];
        for (var i = 0; i < upTo.Length; i++)
        {
            upTo[i] = (i > 0 ? upTo[i - 1] : 0) + fitting[i].Count;
        }

        var (placed, drawn, refused) = (0, 0.0, 0.0);
        while (upTo.Length > 0 && refused <= Refused * Math.Max(drawn, count))
        {
            var found = Array.BinarySearch(upTo, random.NextInt64(upTo[^1]) + 1);
            var request = fitting[found >= 0 ? found : ~found].Request;
            var weight = Weight(request, machine);
            drawn += weight;
            var target = Fullest(free, request, machine);
            if (target < 0)
            {
                refused += weight;
                continue;
            }

            free[target] = free[target].LessOrZero(request);
            placed++;
        }

        return new(placed, free);
    }

    // The share of a machine that it takes, of the resource that it takes most of.
    private static double Weight(ResourceVector request, ResourceVector machine) =>
        Math.Max(request.Cpus.Cores / machine.Cpus.Cores, (double)request.Memory.Bytes / machine.Memory.Bytes);

    private static int Fullest(ResourceVector[] free, ResourceVector request, ResourceVector machine)
    {
        var (best, least) = (-1, double.MaxValue);
        for (var i = 0; i < free.Length; i++)
        {
            if (request.FitsIn(free[i]) && (free[i].Cpus.Cores / machine.Cpus.Cores) + ((double)free[i].Memory.Bytes / machine.Memory.Bytes) is var left && left < least)
            {
                (best, least) = (i, left);
            }
        }

        return best;
    }
}
