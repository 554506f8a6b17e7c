using System.Globalization;
using System.Text;
using Capacity.Simulator.Hosting;
using Capacity.Simulator.Model;
using Capacity.Simulator.Wire;

namespace Capacity.Simulator.ZooKeeper;

/// <summary>The nodes that masters and Marathons keep in ZooKeeper, made when they are asked for.</summary>
internal static class SimulatedTree
{
    private const string Buckets = "0123456789abcdef";

    /// <summary>Finds a node.</summary>
    /// <param name="world">The cluster.</param>
    /// <param name="path">An absolute path.</param>
    /// <returns>The node, or <see langword="null"/> where there is none.</returns>
    public static SimulatedZNode? Find(World world, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments switch
        {
            [] => Folder(world, ["mesos", "zookeeper", .. world.Marathons.Select(m => m.Framework.Name)]),
            ["zookeeper"] => Folder(world, ["config", "quota"]),
            ["zookeeper", "config" or "quota"] => Folder(world, []),
            ["mesos", .. var below] => OfMasters(world, below),
            [var name, .. var below] when world.Marathons.FirstOrDefault(m => m.Framework.Name == name) is { } marathon => OfMarathon(world, marathon, below),
            _ => null,
        };
    }

    /// <summary>Counts the nodes.</summary>
    public static int Count(World world) => 8 + (2 * world.Masters.Nodes.Count) + (24 * world.Marathons.Count) + world.Apps.Count(a => !a.Plan.IsJob);

    private static SimulatedZNode? OfMasters(World world, ReadOnlySpan<string> below)
    {
        var nodes = world.Masters.Nodes;
        if (below is ["log_replicas"])
        {
            return Folder(world, [.. nodes.Where(n => n.IsUp).Select(n => Sequence(n.Index))]);
        }

        if (below is ["log_replicas", var replica])
        {
            var of = nodes.FirstOrDefault(n => n.IsUp && Sequence(n.Index) == replica);
            return of is null ? null : new(Encoding.UTF8.GetBytes($"log-replica(1)@{of.Address}"), [], of.StartedAt, Session(of));
        }

        if (below is [var candidate])
        {
            var of = nodes.FirstOrDefault(n => n.Sequence is { } s && Info(s) == candidate);
            return of is null ? null : new(
                Answers.ToBytes(json =>
                {
                    json.WriteStartObject();
                    MasterDocuments.WriteMasterInfo(json, of);
                    json.WriteEndObject();
                }),
                [],
                of.StartedAt,
                Session(of));
        }

        return below.IsEmpty ? Folder(world, ["log_replicas", .. nodes.Where(n => n.Sequence is not null).Select(n => Info(n.Sequence!.Value))]) : null;
    }

    private static SimulatedZNode? OfMarathon(World world, MarathonState marathon, ReadOnlySpan<string> below) => below switch
    {
        [] => Folder(world, ["leader", "state"]),
        ["leader"] => Folder(world, [.. Enumerable.Range(0, marathon.Servers.Count).Where(s => marathon.Down != s).Select(s => $"member_{Sequence(s)}")]),
        ["leader", var member] when Enumerable.Range(0, marathon.Servers.Count).Any(s => marathon.Down != s && $"member_{Sequence(s)}" == member) =>
            new(Encoding.UTF8.GetBytes(marathon.Servers[member[^1] - '0'].ToString()), [], marathon.LeadsSince, 0x2000 + member[^1]),
        ["state"] => Folder(world, ["app", "framework", "group"]),
        ["state", "framework"] => Folder(world, ["id"]),
        ["state", "framework", "id"] => new(Encoding.UTF8.GetBytes(marathon.Framework.Id), [], marathon.RegisteredAt),
        ["state", "group"] => Folder(world, ["root"]),
        ["state", "group", "root"] => new(new byte[RootBytes(world, marathon)], [], world.Timeline.Now),
        ["state", "app"] => Folder(world, [.. Buckets.Select(b => b.ToString())]),
        ["state", "app", [var bucket]] when Buckets.Contains(bucket, StringComparison.Ordinal) => Folder(world, [.. AppsIn(marathon, bucket).Select(a => a.Plan.Shape.IdStem)]),
        ["state", "app", [var bucket], var stem] when AppsIn(marathon, bucket).FirstOrDefault(a => a.Plan.Shape.IdStem == stem) is { } app => new(
            Answers.ToBytes(json =>
            {
                json.WriteStartObject();
                AppSpecification.Write(json, app);
                json.WriteEndObject();
            }),
            [],
            app.Version),
        _ => null,
    };

    private static int RootBytes(World world, MarathonState marathon) => ReferenceEquals(marathon, world.Marathons[0]) ? world.ZNodes.Bytes : 4000;

    private static IEnumerable<AppState> AppsIn(MarathonState marathon, char bucket) => marathon.Apps.Where(a => Buckets[a.Plan.Index % 16] == bucket);

    private static SimulatedZNode Folder(World world, IReadOnlyList<string> children) => new(ReadOnlyMemory<byte>.Empty, children, world.Masters.Nodes[0].StartedAt);

    private static string Sequence(int number) => number.ToString("D10", CultureInfo.InvariantCulture);

    private static string Info(int sequence) => $"json.info_{Sequence(sequence)}";

    private static long Session(MasterNode node) => 0x1000 + (16 * node.Epoch) + node.Index;
}
