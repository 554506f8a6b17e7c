using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.Defragmentation.Moving;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Shapes;

/// <summary>Finds how much room each kind of demand has, by the role and the agents that it asks for.</summary>
internal static class RoomsFor
{
    public static IReadOnlyList<RoomFor> Find(ClusterProblem cluster)
    {
        var state = new PackingState(cluster.Problem, keepGiven: true);
        return
        [
            .. cluster.Items.Index()
                .Where(i => i.Item.App is not null && cluster.Problem.Items[i.Index].Count > 0)
                .GroupBy(i => (cluster.Problem.Items[i.Index].Role, Constraints: TextOf(cluster.Problem.Items[i.Index])))
                .Select(g => Measure(state, g.Key.Role, g.Key.Constraints, [.. g.Select(i => i.Index)]))
                .OrderBy(r => r.HeadroomRatio).ThenByDescending(r => r.Containers).ThenBy(r => r.Constraints, StringComparer.Ordinal),
        ];
    }

    private static string TextOf(PackingItem item) => string.Join(", ", item.Constraints.Where(ChoosingConstraints.Chooses).Select(c => c.ToString()).Order(StringComparer.Ordinal));

    private static RoomFor Measure(PackingState state, string? role, string constraints, List<int> items)
    {
        var model = state.Model;
        var problem = state.Problem;
        var demand = new double[model.Resources];
        foreach (var item in items)
        {
            for (var r = 0; r < demand.Length; r++)
            {
                demand[r] += problem.Items[item].Demand[r] * problem.Items[item].Count;
            }
        }

        var (agents, headroom, free) = (0, 0.0, new double[model.Resources]);
        for (var m = 0; m < model.Machines; m++)
        {
            if (!model.Eligibility.Accepts[m] || !model.Eligibility.Allows(items[0], m))
            {
                continue;
            }

            agents++;
            var here = double.MaxValue;
            var reserved = model.Reservations.RowOf(items[0], m);
            for (var r = 0; r < demand.Length; r++)
            {
                var amount = state.Free(m, r) + (reserved < 0 ? 0 : ReservedRoom.Of(state, reserved, m, r) * model.Quanta[r].Size);
                free[r] += amount;
                here = demand[r] > 0 ? Math.Min(here, amount / demand[r]) : here;
            }

            headroom += here < double.MaxValue ? here : 0;
        }

        return new(role, constraints, items.Sum(i => problem.Items[i].Count), agents, ClusterResources.ToResources(demand), ClusterResources.ToResources(free), headroom);
    }
}
