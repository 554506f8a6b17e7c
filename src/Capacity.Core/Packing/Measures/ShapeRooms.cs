using Capacity.Core.Cluster;
using Capacity.Core.Packing.Fitting;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>Measures the room for shapes: those that most containers have, the largest ones, and some that nobody has to be told of.</summary>
public static class ShapeRooms
{
    private const int Frequent = 5;

    /// <summary>The shapes that every report has: 1 core and 4 GiB, 4 and 16, 16 and 64.</summary>
    public static readonly IReadOnlyList<ResourceVector> Common = [Shape(1, 4), Shape(4, 16), Shape(16, 64)];

    /// <summary>Picks the shapes for a workload.</summary>
    internal static IReadOnlyList<ResourceVector> ShapesOf(Mix mix)
    {
        var largest = mix.Shapes.OrderByDescending(s => s.Shape.Cpus).ThenByDescending(s => s.Shape.Memory).Take(1)
            .Concat(mix.Shapes.OrderByDescending(s => s.Shape.Memory).ThenByDescending(s => s.Shape.Cpus).Take(1));
        return [.. mix.Shapes.Take(Frequent).Concat(largest).Select(s => s.Shape).Concat(Common).Distinct()];
    }

    internal static IReadOnlyList<ShapeRoom> Measure(ClusterSnapshot snapshot, Mix mix)
    {
        var agents = snapshot.Agents.Where(a => a is { CountsAsCapacity: true, Resources: not null }).ToList();
        var running = mix.Shapes.ToDictionary(s => s.Shape, s => s.Count);
        return [.. mix.RoomShapes.Select(s => Measure(agents, s, running.GetValueOrDefault(s)))];
    }

    private static ShapeRoom Measure(List<Agent> agents, ResourceVector shape, long running)
    {
        var (room, usable, free, without) = (0L, 0.0, 0.0, 0);
        var obstacles = new Dictionary<(ObstacleKind, string), (int Agents, int Alone)>();
        foreach (var agent in agents)
        {
            var here = agent.TakesNewTasks ? agent.Resources!.FreeFor(Roles.Any) : default;
            var count = Placeable.Count(here, shape) ?? 0;
            room += count;
            usable += count * shape.Cpus.Cores;
            free += here.Cpus.Cores;
            if (count == 0)
            {
                without++;
                Note(obstacles, agent, here, shape);
            }
        }

        return new(
            shape,
            running,
            room,
            free > 0 && shape.Cpus > CpuCores.Zero ? Math.Clamp(1 - (usable / free), 0, 1) : null,
            obstacles.Select(o => new FitObstacle(o.Key.Item1, o.Key.Item2, o.Value.Agents, o.Value.Alone))
                .OrderByDescending(o => o.AgentsWithNoOther).ThenByDescending(o => o.Agents).ThenBy(o => o.Subject, StringComparer.Ordinal).FirstOrDefault(),
            without);
    }

    private static void Note(Dictionary<(ObstacleKind, string), (int Agents, int Alone)> obstacles, Agent agent, ResourceVector free, ResourceVector shape)
    {
        List<(ObstacleKind, string)> here = agent.TakesNewTasks ? [.. Short(free, shape).Select(r => (ObstacleKind.Resource, r))] : [(ObstacleKind.MachineClosed, agent.State.ToString())];
        foreach (var obstacle in here)
        {
            var (count, alone) = obstacles.GetValueOrDefault(obstacle);
            obstacles[obstacle] = (count + 1, alone + (here.Count == 1 ? 1 : 0));
        }
    }

    private static IEnumerable<string> Short(ResourceVector free, ResourceVector shape)
    {
        var (has, needs) = (Clusters.ClusterResources.ToAmounts(free), Clusters.ClusterResources.ToAmounts(shape));
        return Clusters.ClusterResources.Names.Where((_, r) => needs[r] > has[r]);
    }

    private static ResourceVector Shape(double cores, double gibibytes) => new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(gibibytes * 1024));
}
