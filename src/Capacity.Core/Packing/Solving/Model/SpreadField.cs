namespace Capacity.Core.Packing.Solving.Model;

/// <summary>The values of one field, numbered.</summary>
/// <param name="Of">The number of each machine's value; -1 where it has none.</param>
/// <param name="Count">How many values there are.</param>
internal sealed record SpreadField(int[] Of, int Count)
{
    public static SpreadField Read(PackingProblem problem, string name)
    {
        var numbers = new Dictionary<string, int>();
        var of = new int[problem.Machines.Count];
        for (var m = 0; m < of.Length; m++)
        {
            if (EligibilityTable.ValueOf(problem.Machines[m], name) is not { } value)
            {
                of[m] = -1;
            }
            else if (!numbers.TryGetValue(value, out of[m]))
            {
                numbers[value] = of[m] = numbers.Count;
            }
        }

        return new(of, numbers.Count);
    }
}
