using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Measures;

/// <summary>Orders in which machines are filled.</summary>
internal static class FillOrder
{
    /// <summary>The fullest machines first, by the resource that most of is taken of; empty ones at the end, the last ones last.</summary>
    public static int[] FullestFirst(PackingState state) =>
        [.. Enumerable.Range(0, state.Problem.Machines.Count).OrderByDescending(m => Fullness(state, m)).ThenBy(m => m)];

    /// <summary>The largest machines first: by the mean share of the largest machine's resources.</summary>
    public static int[] LargestFirst(PackingProblem problem)
    {
        var largest = problem.Resources.Select((_, r) => problem.Machines.Select(m => CapacityOf(m, r)).DefaultIfEmpty().Max()).ToArray();
        return [.. Enumerable.Range(0, problem.Machines.Count).OrderByDescending(m => largest.Select((l, r) => l > 0 ? CapacityOf(problem.Machines[m], r) / l : 0).Sum()).ThenBy(m => m)];
    }

    /// <summary>An item's largest share of all that machines have of a resource: large items are placed first. What asks only for what no machine has is as large as all of it.</summary>
    public static double[] SizeOfItems(PackingProblem problem)
    {
        var totals = problem.Resources.Select((_, r) => problem.Machines.Sum(m => CapacityOf(m, r))).ToArray();
        return [.. problem.Items.Select(i => SizeOf(i.Demand, totals))];
    }

    public static double CapacityOf(PackingMachine machine, int resource)
    {
        var sum = machine.Capacity[resource];
        foreach (var reserved in machine.Reserved.Values)
        {
            sum += reserved[resource];
        }

        return sum;
    }

    private static double SizeOf(IReadOnlyList<double> demand, double[] totals)
    {
        var shares = demand.Zip(totals).Where(d => d.First > 0).ToList();
        return shares.Count == 0 ? 0 : shares.Where(d => d.Second > 0).Select(d => d.First / d.Second).DefaultIfEmpty(1).Max();
    }

    private static double Fullness(PackingState state, int machine)
    {
        Span<double> taken = stackalloc double[state.Problem.Resources.Count];
        foreach (var placed in state.On(machine))
        {
            var demand = state.Problem.Items[placed.Item].Demand;
            for (var r = 0; r < taken.Length; r++)
            {
                taken[r] += demand[r] * placed.Count;
            }
        }

        var fullness = 0.0;
        for (var r = 0; r < taken.Length; r++)
        {
            var capacity = CapacityOf(state.Problem.Machines[machine], r);
            fullness = capacity > 0 ? Math.Max(fullness, taken[r] / capacity) : fullness;
        }

        return fullness;
    }
}
