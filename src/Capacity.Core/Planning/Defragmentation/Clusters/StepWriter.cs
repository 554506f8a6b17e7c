using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.Defragmentation.Clusters;

/// <summary>Says which task each move of a plan is about. Equal ones leave in the order of their ids.</summary>
internal sealed class StepWriter(ClusterSnapshot snapshot, ClusterProblem cluster)
{
    private readonly ILookup<(AgentName, AppKey, ResourceVector, string), Container> containers = snapshot.Containers
        .OrderBy(c => c.Id, StringComparer.Ordinal)
        .ToLookup(c => (c.Agent, c.App, c.Allocated, c.Tasks.Count > 0 ? c.Tasks[0].Role : Roles.Any));

    public IReadOnlyList<PlanStep> Write(IEnumerable<PlannedMove> moves)
    {
        var gone = new Dictionary<(AgentName, AppKey, ResourceVector, string), int>();
        return [.. moves.Select((m, i) => StepOf(i + 1, m, gone))];
    }

    private PlanStep StepOf(int number, PlannedMove planned, Dictionary<(AgentName, AppKey, ResourceVector, string), int> gone)
    {
        var (item, from) = (cluster.Items[planned.Move.Item], cluster.Agents[planned.Move.From].Name);
        var key = (from, item.App!.Value, item.Request, item.Role);
        var next = gone.GetValueOrDefault(key);
        gone[key] = next + 1;
        return new(
            number,
            planned.Wave,
            item.App.Value,
            containers[key].Skip(next).FirstOrDefault()?.Tasks.Select(t => t.Id).FirstOrDefault(),
            item.Request,
            from,
            cluster.Agents[planned.Move.To].Name,
            planned.Value);
    }
}
