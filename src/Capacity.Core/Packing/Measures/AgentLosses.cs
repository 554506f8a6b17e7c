using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;

namespace Capacity.Core.Packing.Measures;

/// <summary>Loses each agent in turn, and starts what ran there elsewhere; nothing else moves.</summary>
/// <remarks>
/// One placement serves for all agents: it is put back after each. A group that spreads over hosts (GROUP_BY hostname) would count the lost host
/// as an empty one to be filled first, so of such items the lost ones count until their successors are placed.
/// </remarks>
internal sealed class AgentLosses
{
    private readonly ClusterProblem cluster;
    private readonly PackingState state;
    private readonly int[] order;
    private readonly double[] sizes;
    private readonly bool[] spreadsOverHosts;

    public AgentLosses(ClusterProblem cluster)
    {
        this.cluster = cluster;
        state = new(cluster.Problem);
        order = FillOrder.FullestFirst(state);
        sizes = FillOrder.SizeOfItems(cluster.Problem);
        spreadsOverHosts = [.. cluster.Problem.Items.Select(i => i.Constraints.Any(c => c is { Operator: ConstraintOperator.GroupBy, Field: "hostname" }))];
    }

    /// <summary>Loses one agent.</summary>
    public LossFigures Lose(int machine)
    {
        var there = state.On(machine).ToArray().Where(p => cluster.Items[p.Item].App is not null).OrderByDescending(p => sizes[p.Item]).ThenBy(p => p.Item).ToList();
        foreach (var placed in there.Where(p => !spreadsOverHosts[p.Item]))
        {
            Change(placed.Item, machine, -placed.Movable);
        }

        var successors = new List<(int Item, int Machine)>();
        var unplaced = new List<(AppKey App, int Count)>();
        foreach (var placed in there)
        {
            var left = placed.Count;
            for (var i = 0; i < placed.Movable && FindOther(placed.Item, machine) is var other and >= 0; i++, left--)
            {
                state.Place(placed.Item, other);
                successors.Add((placed.Item, other));
            }

            if (left > 0)
            {
                unplaced.Add((cluster.Items[placed.Item].App!.Value, left));
            }
        }

        foreach (var (item, other) in successors)
        {
            state.Remove(item, other);
        }

        foreach (var placed in there.Where(p => !spreadsOverHosts[p.Item]))
        {
            Change(placed.Item, machine, placed.Movable);
        }

        return new(
            DomainLevel.Host,
            cluster.Agents[machine].Name.ToString(),
            there.Sum(p => p.Count),
            unplaced.Sum(u => u.Count),
            there.Sum(p => p.Fixed),
            [.. unplaced.Select(u => u.App).Distinct()],
            null);
    }

    private int FindOther(int item, int lost)
    {
        foreach (var machine in order)
        {
            if (machine != lost && state.CanPlace(item, machine))
            {
                return machine;
            }
        }

        return -1;
    }

    private void Change(int item, int machine, int count)
    {
        for (var i = 0; i < Math.Abs(count); i++)
        {
            if (count < 0)
            {
                state.Remove(item, machine);
            }
            else
            {
                state.Place(item, machine);
            }
        }
    }
}
