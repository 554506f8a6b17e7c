using Capacity.Core.Cluster;
using Capacity.Simulator.Hosting;
using Capacity.Simulator.Model;
using Capacity.Simulator.Synthetic.Json;
using Capacity.Simulator.Wire;

namespace Capacity.Simulator.Tests.Model;

/// <summary>Worlds without servers, at addresses that are always the same.</summary>
internal static class Worlds
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static World Make(SimulationOptions options) => new(
        options,
        new(Hosts(options.Masters, 2, 5050), Hosts(options.Agents, 3, 5051), [.. Hosts(2 * options.Marathons, 4, 8080).Chunk(2)], Hosts(options.ZooKeepers, 5, 2181)),
        Start);

    /// <summary>Writes all that the world would answer.</summary>
    public static byte[] Everything(World world)
    {
        var slaves = Answers.ToBytes(json => MasterDocuments.WriteSlaves(json, [.. world.Fleet.Agents.Select(a => a.View)], []));
        List<ReadOnlyMemory<byte>> all = [slaves];
        foreach (var node in world.Masters.Nodes)
        {
            all.Add(Answers.ToBytes(json => MetricsDocument.Write(json, MasterFigures.Of(world, node))));
        }

        foreach (var agent in world.Fleet.Agents)
        {
            all.Add(Answers.ToBytes(json => StateDocument.Write(json, agent.View)));
            all.Add(Answers.ToBytes(json => ContainersDocument.Write(json, agent.View, world.Timeline.Now)));
            all.Add(Answers.ToBytes(json => AgentTasksDocument.Write(json, agent.View)));
        }

        foreach (var marathon in world.Marathons)
        {
            all.Add(Answers.ToBytes(json => MarathonAppsDocument.WriteApps(json, marathon, ["apps.tasks", "apps.taskStats", "apps.lastTaskFailure"])));
            all.Add(Answers.ToBytes(json => MarathonDocuments.WriteQueue(json, world, marathon)));
            all.Add(Answers.ToBytes(json => MarathonDocuments.WriteDeployments(json, world, marathon)));
        }

        return [.. all.SelectMany(a => a.ToArray())];
    }

    private static List<HostPort> Hosts(int count, int group, int port) =>
        [.. Enumerable.Range(0, count).Select(i => new HostPort($"127.{group}.0.{i + 1}", port))];
}
