using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Planning.Defragmentation.Moving;

/// <summary>On which machines each group is.</summary>
internal sealed class GroupPlaces
{
    private readonly Dictionary<int, int>[] places;

    public GroupPlaces(PackingProblem problem, int[] groups, int count)
    {
        places = [.. Enumerable.Range(0, count).Select(_ => new Dictionary<int, int>())];
        foreach (var given in problem.Given)
        {
            Add(groups[given.Item], given.Machine, given.Count);
        }
    }

    public IReadOnlyDictionary<int, int> Of(int group) => places[group];

    public void Add(int group, int machine, int count)
    {
        var sum = places[group].GetValueOrDefault(machine) + count;
        if (sum == 0)
        {
            places[group].Remove(machine);
        }
        else
        {
            places[group][machine] = sum;
        }
    }
}
