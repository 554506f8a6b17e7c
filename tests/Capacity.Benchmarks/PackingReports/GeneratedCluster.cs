using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Benchmarks.PackingReports;

/// <summary>A cluster from a seed: agents of several shapes in five zones, apps of several sizes under constraints, placed at random as offers come.</summary>
internal static class GeneratedCluster
{
    private static readonly (double Cores, double GiB)[] Shapes = [(16, 64), (32, 128), (32, 256), (64, 256)];
    private static readonly (double Cores, int MiB)[] Requests = [(0.1, 256), (0.25, 512), (0.5, 1024), (1, 2048), (1, 4096), (2, 4096), (2, 16384), (4, 8192), (8, 32768)];

    public static ClusterSnapshot Create(int agents, int containers, int seed)
    {
        var random = new Random(seed);
        var hosts = Enumerable.Range(0, agents).Select(i => NewAgent(i, Shapes[Math.Min(random.Next(6), 3)])).ToList();
        var apps = Apps(containers, random);
        var running = Place(hosts, apps, random);
        var there = running.ToLookup(c => c.Agent);
        return new()
        {
            TakenAt = DateTimeOffset.UnixEpoch,
            AgentsListed = true,
            Agents = [.. hosts.Select(h => Allocate(h, there[h.Name].Sum(c => c.Allocated)))],
            Containers = running,
            Marathons = [new("F", apps, [], new Dictionary<string, string>(), [])],
        };
    }

    private static Agent NewAgent(int number, (double Cores, double GiB) shape)
    {
        var size = new ResourceVector(CpuCores.FromCores(shape.Cores), MemorySize.FromMebibytes((shape.GiB * 1024) - 1024), MemorySize.FromMebibytes(1 << 20));
        var (zone, rack) = ($"zone-{number % 5}", $"rack-{number / 40}");
        return new()
        {
            Name = new($"agent-{number:0000}", 5051),
            Id = $"S{number}",
            Address = null,
            State = AgentState.Active,
            Resources = new(size, default, default, size, default, [], default, default),
            Zone = zone,
            Rack = rack,
            Attributes = new Dictionary<string, string> { ["zone"] = zone, ["rack"] = rack, ["disk"] = number % 3 == 0 ? "ssd" : "hdd" },
            AsOf = DateTimeOffset.UnixEpoch,
        };
    }

    private static List<MarathonApp> Apps(int containers, Random random)
    {
        var apps = new List<MarathonApp>();
        for (var left = containers; left > 0; left -= apps[^1].Instances)
        {
            var (cores, mebibytes) = Requests[Math.Min(random.Next(Requests.Length), random.Next(Requests.Length))];
            apps.Add(new()
            {
                Key = new("marathon", $"/group-{apps.Count % 50}/app-{apps.Count}"),
                Instances = Math.Min(left, random.Next(10) switch { 0 => 40, 1 => 15, < 5 => 4, _ => 2 }),
                Request = new(CpuCores.FromCores(cores), MemorySize.FromMebibytes(mebibytes)),
                IsResident = random.Next(50) == 0,
                Constraints = random.Next(10) switch
                {
                    0 => [["hostname", "UNIQUE"]],
                    1 or 2 => [["zone", "GROUP_BY"]],
                    3 => [["rack", "MAX_PER", "4"], ["disk", "LIKE", "ssd"]],
                    4 => [["hostname", "MAX_PER", "2"], ["zone", "GROUP_BY", "3"]],
                    _ => [],
                },
            });
        }

        return apps;
    }

    private static List<Container> Place(List<Agent> hosts, List<MarathonApp> apps, Random random)
    {
        var state = new PackingState(new(
            ClusterResources.Names,
            [.. hosts.Select(h => new PackingMachine(h.Name.ToString(), ClusterResources.ToAmounts(h.Resources!.Total)) { Attributes = h.Attributes })],
            [.. apps.Select(a => new PackingItem(a.Key.ToString(), ClusterResources.ToAmounts(a.Request), a.Instances) { Constraints = [.. a.Constraints.Select(PlacementConstraint.Parse)] })]));
        var running = new List<Container>();
        for (var a = 0; a < apps.Count; a++)
        {
            var tries = 50 * apps[a].Instances;
            for (var placed = 0; placed < apps[a].Instances && tries-- > 0;)
            {
                var host = random.Next(hosts.Count);
                if (state.CanPlace(a, host))
                {
                    state.Place(a, host);
                    running.Add(NewContainer($"{apps[a].Key.Id}.{placed++}", apps[a], hosts[host].Name));
                }
            }
        }

        return running;
    }

    private static Container NewContainer(string id, MarathonApp app, AgentName agent) => new()
    {
        Id = id,
        Agent = agent,
        FrameworkId = "F",
        ExecutorId = id,
        Kind = ExecutorKind.Command,
        App = app.Key,
        Tasks = [new(id, app.Key.Id, "TASK_RUNNING", app.Request, null, "*", app.Labels)],
        Allocated = app.Request,
    };

    private static Agent Allocate(Agent agent, ResourceVector allocated) => agent with { Resources = agent.Resources! with { Allocated = allocated, UnreservedAllocated = allocated } };
}
