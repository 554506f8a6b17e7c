using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Measures;

/// <summary>Packs all of a problem's items anew but those that never move: those that need most machines for themselves first, then the largest.</summary>
internal sealed class Repack
{
    private readonly PackingState empty;
    private readonly int[] items;

    public Repack(PackingProblem problem)
    {
        empty = Emptied(problem);
        var sizes = FillOrder.SizeOfItems(problem);
        items = [.. Enumerable.Range(0, problem.Items.Count).Where(i => empty.Unplaced(i) > 0)
            .OrderByDescending(i => NeedsMostMachines(problem, problem.Items[i])).ThenByDescending(i => sizes[i]).ThenBy(i => i)];
        Kept = Enumerable.Range(0, problem.Machines.Count).Count(m => !problem.Machines[m].AcceptsNew && empty.On(m).Length > 0);
        var taking = Enumerable.Range(0, problem.Machines.Count).Where(m => problem.Machines[m].AcceptsNew).ToLookup(m => empty.On(m).Length > 0);
        Needed = [.. taking[true]];
        Movable = [.. taking[false]];
    }

    /// <summary>Gets how many machines take no new items and hold some that never move.</summary>
    public int Kept { get; }

    /// <summary>Gets the machines that take new items and hold some that never move.</summary>
    public IReadOnlyList<int> Needed { get; }

    /// <summary>Gets the machines that take new items and can be emptied.</summary>
    public IReadOnlyList<int> Movable { get; }

    /// <summary>Says whether items want more than half of all machines for themselves: placed late, they find too few.</summary>
    public static bool NeedsMostMachines(PackingProblem problem, PackingItem item) =>
        2 * item.Count > problem.Machines.Count && item.Constraints.Any(IsPerMachine);

    /// <summary>Says whether a constraint limits how many may be on one machine.</summary>
    public static bool IsPerMachine(PlacementConstraint constraint) =>
        constraint is { Field: "hostname", Operator: ConstraintOperator.Unique or ConstraintOperator.MaxPer };

    /// <summary>Packs on machines in an order. It may be called by several threads at once.</summary>
    /// <returns>How many of the machines it takes, and how many items stayed unplaced.</returns>
    public (int Needed, int Unplaced) On(IReadOnlyList<int> order)
    {
        var state = empty.Clone();
        var packer = new FirstFit(state, order);
        var unplaced = 0;
        foreach (var item in items)
        {
            for (var left = state.Unplaced(item); left > 0; left--)
            {
                if (packer.Place(item) < 0)
                {
                    unplaced++;
                }
            }
        }

        return (Math.Max(Needed.Count, packer.Reached), unplaced);
    }

    private static PackingState Emptied(PackingProblem problem)
    {
        var state = new PackingState(problem);
        for (var machine = 0; machine < problem.Machines.Count; machine++)
        {
            foreach (var placed in state.On(machine).ToArray())
            {
                for (var i = 0; i < placed.Movable; i++)
                {
                    state.Remove(placed.Item, machine);
                }
            }
        }

        return state;
    }
}
