namespace Capacity.Core.Packing.Solving.Model;

/// <summary>What every problem has to obey before anything is computed.</summary>
internal static class ProblemRules
{
    public static void Check(PackingProblem problem)
    {
        if (problem.Resources.Count == 0)
        {
            throw new ArgumentException("A problem needs one resource at least.");
        }

        Distinct(problem.Machines.Select(m => m.Id), "machine");
        Distinct(problem.Items.Select(i => i.Id), "item");
        foreach (var machine in problem.Machines)
        {
            Amounts(machine.Capacity, problem.Resources.Count, $"Machine '{machine.Id}'");
            foreach (var (role, amounts) in machine.Reserved)
            {
                Amounts(amounts, problem.Resources.Count, $"Machine '{machine.Id}', role '{role}'");
            }
        }

        foreach (var item in problem.Items)
        {
            Amounts(item.Demand, problem.Resources.Count, $"Item '{item.Id}'");
            ArgumentOutOfRangeException.ThrowIfNegative(item.Count);
        }

        Given(problem);
    }

    private static void Distinct(IEnumerable<string> ids, string what)
    {
        var seen = new HashSet<string>();
        if (ids.FirstOrDefault(i => !seen.Add(i)) is { } twice)
        {
            throw new ArgumentException($"There are two of {what} '{twice}'.");
        }
    }

    private static void Amounts(IReadOnlyList<double> amounts, int count, string where)
    {
        if (amounts.Count != count)
        {
            throw new ArgumentException($"{where} has {amounts.Count} numbers, but there are {count} resources.");
        }

        if (amounts.Any(a => !double.IsFinite(a) || a < 0))
        {
            throw new ArgumentException($"{where} has a number that is negative or not finite.");
        }
    }

    private static void Given(PackingProblem problem)
    {
        var placed = new int[problem.Items.Count];
        foreach (var given in problem.Given)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(given.Count);
            placed[given.Item] += given.Count;
            if (placed[given.Item] > problem.Items[given.Item].Count)
            {
                throw new ArgumentException($"More of item '{problem.Items[given.Item].Id}' are placed than there are.");
            }
        }
    }
}
