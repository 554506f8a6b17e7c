namespace Capacity.Core.Packing.Solving.Bounds;

/// <summary>Knows whether what is placed already obeys all rules: what it breaks may stay broken, and then bounds by rules do not hold.</summary>
internal static class GivenRules
{
    public static bool AreKept(PackingProblem problem)
    {
        if (problem.Given.Count == 0)
        {
            return true;
        }

        var counts = problem.Given.GroupBy(g => (g.Machine, g.Item)).ToDictionary(g => g.Key, g => g.Sum(x => x.Count));
        return problem.Given.All(g => problem.Model.Eligibility.Allows(g.Item, g.Machine))
            && !ConstraintCheck.Faults(problem, counts).Any() && !ConflictCheck.Faults(problem, counts).Any();
    }
}
