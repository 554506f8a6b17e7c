namespace Capacity.Core.Packing.Solving;

/// <summary>Checks a packing anew, from the problem alone, by the plainest way: nothing of the search's arithmetic is used.</summary>
public static class PlacementCheck
{
    private const double Tolerance = 1e-9;

    /// <summary>Lists what is wrong with a packing, in words. What the given placement broke already, on machines that nothing came to, is no fault.</summary>
    public static IReadOnlyList<string> Faults(PackingState state)
    {
        var problem = state.Problem;
        var counts = new Dictionary<(int Machine, int Item), int>();
        for (var m = 0; m < problem.Machines.Count; m++)
        {
            foreach (var placed in state.On(m))
            {
                counts[(m, placed.Item)] = counts.GetValueOrDefault((m, placed.Item)) + placed.Count;
            }
        }

        var given = problem.Given.GroupBy(g => (g.Machine, g.Item)).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
        var known = given.Count > 0 ? RuleFaults(problem, given).ToHashSet() : [];
        return [.. CountFaults(problem, counts, given), .. CapacityFaults(problem, counts), .. RuleFaults(problem, counts).Where(f => !known.Contains(f))];
    }

    private static IEnumerable<string> CountFaults(PackingProblem problem, Dictionary<(int Machine, int Item), int> counts, Dictionary<(int Machine, int Item), int> given)
    {
        foreach (var item in counts.GroupBy(c => c.Key.Item).Where(g => g.Sum(c => c.Value) > problem.Items[g.Key].Count))
        {
            yield return $"more of item '{problem.Items[item.Key].Id}' are placed than there are";
        }

        foreach (var (key, count) in given.Where(g => problem.Items[g.Key.Item].IsPinned && counts.GetValueOrDefault(g.Key) < g.Value))
        {
            yield return $"of the pinned item '{problem.Items[key.Item].Id}' {count} were on machine '{problem.Machines[key.Machine].Id}', and now there are fewer";
        }

        foreach (var (key, _) in counts.Where(c => c.Value > given.GetValueOrDefault(c.Key)))
        {
            var (machine, item) = (problem.Machines[key.Machine], problem.Items[key.Item]);
            if (!machine.AcceptsNew || item.Machines?.Contains(machine.Id) == false)
            {
                yield return $"item '{item.Id}' may not come to machine '{machine.Id}'";
            }
        }
    }

    private static IEnumerable<string> CapacityFaults(PackingProblem problem, Dictionary<(int Machine, int Item), int> counts)
    {
        foreach (var there in counts.GroupBy(c => c.Key.Machine))
        {
            var machine = problem.Machines[there.Key];
            for (var r = 0; r < problem.Resources.Count; r++)
            {
                var beyond = there.GroupBy(c => problem.Items[c.Key.Item].Role ?? string.Empty).Sum(role =>
                    Math.Max(0, role.Sum(c => problem.Items[c.Key.Item].Demand[r] * c.Value) - (machine.Reserved.TryGetValue(role.Key, out var reserved) ? reserved[r] * (1 + Tolerance) : 0)));
                if (beyond > machine.Capacity[r] * (1 + Tolerance))
                {
                    yield return FormattableString.Invariant($"machine '{machine.Id}' has {machine.Capacity[r]} {problem.Resources[r]}, and {beyond} are taken");
                }
            }
        }
    }

    private static IEnumerable<string> RuleFaults(PackingProblem problem, Dictionary<(int Machine, int Item), int> counts) =>
        ConstraintCheck.Faults(problem, counts).Concat(ConflictCheck.Faults(problem, counts));
}
