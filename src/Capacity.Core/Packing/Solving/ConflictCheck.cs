namespace Capacity.Core.Packing.Solving;

/// <summary>Checks conflicts, machine by machine.</summary>
internal static class ConflictCheck
{
    public static IEnumerable<string> Faults(PackingProblem problem, Dictionary<(int Machine, int Item), int> counts)
    {
        if (problem.Conflicts.Count == 0)
        {
            yield break;
        }

        var limits = problem.Conflicts.ToLookup(c => c.Present);
        foreach (var machine in counts.GroupBy(c => c.Key.Machine))
        {
            var names = new Dictionary<string, int>();
            foreach (var ((_, index), count) in machine)
            {
                var item = problem.Items[index];
                foreach (var name in item.Group is { } group && group != item.Id ? [item.Id, group] : (string[])[item.Id])
                {
                    names[name] = names.GetValueOrDefault(name) + count;
                }
            }

            foreach (var (present, other, most) in names.Keys.SelectMany(n => limits[n]))
            {
                var there = names.GetValueOrDefault(other) - (present == other ? 1 : 0);
                if (there > most)
                {
                    yield return $"on machine '{problem.Machines[machine.Key].Id}' more than {most} of '{other}' are beside '{present}'";
                }
            }
        }
    }
}
