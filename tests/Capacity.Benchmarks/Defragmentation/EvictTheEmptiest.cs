using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation;

namespace Capacity.Benchmarks.Defragmentation;

/// <summary>A baseline in the way of a descheduler: containers of the least allocated machine are evicted, and a scheduler puts each on the fullest machine that takes it.</summary>
internal static class EvictTheEmptiest
{
    public static DefragmentationPlan Plan(PackingProblem problem, int most)
    {
        var state = new PackingState(problem);
        var moves = new List<PlannedMove>();
        var order = Enumerable.Range(0, problem.Machines.Count).OrderBy(m => Load(state, m)).ToList();
        foreach (var from in order)
        {
            foreach (var placed in state.On(from).ToArray())
            {
                for (var i = 0; i < placed.Movable && moves.Count < most; i++)
                {
                    if (problem.Items[placed.Item].Constraints.Any(c => c.Operator == ConstraintOperator.GroupBy))
                    {
                        continue;
                    }

                    var to = Enumerable.Range(0, problem.Machines.Count).Where(m => m != from && state.CanPlace(placed.Item, m)).Select(m => (int?)m).MaxBy(m => Load(state, m!.Value));
                    if (to is { } target)
                    {
                        state.Place(placed.Item, target);
                        state.Remove(placed.Item, from);
                        moves.Add(new(new(placed.Item, from, target), moves.Count + 1, 0));
                    }
                }
            }
        }

        return new(DefragmentationGoal.Fragmentation, 0, moves, 0, false);
    }

    private static double Load(PackingState state, int machine) => 1 - (state.Free(machine, 0) / state.Problem.Machines[machine].Capacity[0]);
}
