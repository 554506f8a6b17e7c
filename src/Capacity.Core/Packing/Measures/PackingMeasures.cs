using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Planning.WhatIfs;
using Capacity.Core.Units;

namespace Capacity.Core.Packing.Measures;

/// <summary>Measures how a cluster is packed.</summary>
public static class PackingMeasures
{
    private const int CompactionRuns = 11;
    private const double CompactionPercentile = 0.9;
    private const int HeadroomRuns = 5;
    private const int PartHeadroomRuns = 3;
    private static readonly TimeSpan AnewInterval = TimeSpan.FromMinutes(15);

    /// <summary>Works out everything: seconds of work for a thousand agents.</summary>
    /// <param name="snapshot">The cluster.</param>
    /// <param name="say">Told what is going on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static PackingReport Measure(ClusterSnapshot snapshot, Action<string>? say, CancellationToken cancellationToken) => Measure(snapshot, null, say, cancellationToken);

    /// <summary>
    /// Works out everything but what the report before said lately of packing anew: compaction, efficiency, zones and roles on their own and the loss of zones
    /// are two thirds of the work, and good for a quarter of an hour while the agents are the same.
    /// </summary>
    /// <param name="snapshot">The cluster.</param>
    /// <param name="before">The report before; <see langword="null"/> for none.</param>
    /// <param name="say">Told what is going on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static PackingReport Measure(ClusterSnapshot snapshot, PackingReport? before, Action<string>? say, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        say?.Invoke("measuring agents, zones and roles");
        var cluster = ClusterProblem.Read(snapshot);
        var report = MeasureState(snapshot, cluster, HeadroomRuns, cancellationToken);
        var lately = before is { PackedAnewAt: { } known } && IsLately(known, snapshot.TakenAt) && before.Agents.Select(Key).SequenceEqual(report.Agents.Select(Key)) ? before : null;
        say?.Invoke("packing everything anew");
        var compaction = lately?.Compaction ?? Compaction.Measure(cluster, CompactionRuns, CompactionPercentile, cancellationToken);
        var efficiency = lately?.Efficiency ?? BinPackingEfficiency.Measure(cluster);
        say?.Invoke("packing each zone and role on its own");
        var zones = Alone(snapshot.TakenAt, report.Zones, before?.Zones, z => ClusterPart.OfZone(snapshot, z.Name), cancellationToken);
        var roles = Alone(snapshot.TakenAt, report.Roles, before?.Roles, r => ClusterPart.OfRole(snapshot, r.Name!, ContainersOf(snapshot, cluster, r.Name!)), cancellationToken);
        say?.Invoke("losing each zone and each agent");
        var lostZones = lately?.Losses.TakeWhile(l => l.Level == DomainLevel.Zone) ?? ZoneLosses(cluster, cancellationToken);
        return report with
        {
            Zones = zones,
            Roles = roles,
            PackedAnewAt = lately?.PackedAnewAt ?? snapshot.TakenAt,
            Compaction = compaction,
            Efficiency = efficiency,
            Losses = [.. lostZones, .. HostLosses(cluster)],
        };

        static (AgentName, ResourceVector?) Key(MeasuredAgent agent) => (agent.Agent.Name, agent.Agent.Resources?.Total);
    }

    /// <summary>Works out what takes no packing anew: allocation, stranding, fragmentation, room and headroom.</summary>
    public static PackingReport MeasureState(ClusterSnapshot snapshot, ClusterProblem cluster, int headroomRuns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(cluster);
        var mix = Mix.Of(snapshot);
        var containers = snapshot.Containers.CountBy(c => c.Agent).ToDictionary();
        var agents = cluster.Agents.Select(a => new MeasuredAgent(a, AgentPacking.OfAgent(a, containers.GetValueOrDefault(a.Name), mix))).ToList();
        return new()
        {
            At = snapshot.TakenAt,
            Cluster = PackingFigures.Sum(null, [.. agents.Select(a => a.Figures)]),
            Zones = [.. agents.GroupBy(a => a.Agent.Zone).OrderBy(z => z.Key, StringComparer.Ordinal).Select(z => PackingFigures.Sum(z.Key, [.. z.Select(a => a.Figures)]))],
            Roles = [.. cluster.Roles.All.Prepend(Cluster.Roles.Any).Select(role => OfRole(snapshot, cluster, role, mix))],
            Agents = agents,
            Threshold = mix.Threshold,
            Shapes = ShapeRooms.Measure(snapshot, mix),
            Headroom = GrowthHeadroom.Measure(cluster, new PackingState(cluster.Problem, keepGiven: true), headroomRuns, cancellationToken),
            Risks = PlacementRisks.Find(snapshot),
            Notes = cluster.Notes,
        };
    }

    private static PackingFigures OfRole(ClusterSnapshot snapshot, ClusterProblem cluster, string role, Mix mix)
    {
        var agents = cluster.Agents.Where(a => role == Cluster.Roles.Any || a.Resources!.Reservations.Any(r => r.Role == role)).ToList();
        var containers = ContainersOf(snapshot, cluster, role).CountBy(c => c.Agent).ToDictionary();
        return PackingFigures.Sum(role, [.. agents.Select(a => AgentPacking.OfRole(a, role, containers.GetValueOrDefault(a.Name), mix))]);
    }

    private static List<Container> ContainersOf(ClusterSnapshot snapshot, ClusterProblem cluster, string role)
    {
        var reserved = cluster.Agents.SelectMany(a => a.Resources!.Reservations, (a, r) => (a.Name, r.Role)).ToHashSet();
        return [.. snapshot.Containers.Where(c => PoolOf(c, cluster.Roles, reserved) == role)];
    }

    /// <summary>Measures each part on its own; one that is all there is is the cluster.</summary>
    private static List<PackingFigures> Alone(
        DateTimeOffset at, IReadOnlyList<PackingFigures> parts, IReadOnlyList<PackingFigures>? before, Func<PackingFigures, ClusterProblem> read, CancellationToken cancellationToken)
    {
        return parts.Count > 1 ? [.. parts.Select(p => p with { Alone = Lately(p) ?? Alone(at, read(p), cancellationToken) })] : [.. parts];

        PartMeasures? Lately(PackingFigures part) =>
            before?.FirstOrDefault(b => b.Name == part.Name)?.Alone is { } known && IsLately(known.At, at) ? known : null;
    }

    private static bool IsLately(DateTimeOffset then, DateTimeOffset now) => now >= then && now - then < AnewInterval;

    private static PartMeasures Alone(DateTimeOffset at, ClusterProblem part, CancellationToken cancellationToken) => new(
        at,
        GrowthHeadroom.Measure(part, new PackingState(part.Problem, keepGiven: true), PartHeadroomRuns, cancellationToken),
        Compaction.Measure(part, CompactionRuns, CompactionPercentile, cancellationToken),
        BinPackingEfficiency.Measure(part));

    private static string PoolOf(Container container, ReservedRoles roles, HashSet<(AgentName, string)> reserved) =>
        container.Tasks is [{ Role: var role }, ..] && roles.PoolOf(role) is { } pool && reserved.Contains((container.Agent, pool)) ? pool : Cluster.Roles.Any;

    private static IEnumerable<LossFigures> ZoneLosses(ClusterProblem cluster, CancellationToken cancellationToken)
    {
        var zones = cluster.Agents.Select(a => a.Zone).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var whatIf = new WhatIf(cluster);
        var losses = new LossFigures[zones.Count];
        Parallel.For(0, zones.Count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = 2 }, z => losses[z] = OfZone(cluster, whatIf, zones[z], cancellationToken));
        return losses.OrderByDescending(l => l.Unplaced).ThenByDescending(l => l.Lost);
    }

    private static IEnumerable<LossFigures> HostLosses(ClusterProblem cluster)
    {
        var agents = new AgentLosses(cluster);
        return Enumerable.Range(0, cluster.Agents.Count).Select(agents.Lose).OrderByDescending(l => l.Unplaced).ThenByDescending(l => l.Lost).ThenBy(l => l.Name, StringComparer.Ordinal);
    }

    private static LossFigures OfZone(ClusterProblem cluster, WhatIf whatIf, string zone, CancellationToken cancellationToken)
    {
        var answer = whatIf.Ask(new Scenario.ZoneLoss(zone), cancellationToken);
        var stateful = cluster.Problem.Given.Where(g => cluster.Agents[g.Machine].Zone == zone && cluster.Items[g.Item] is { App: not null, IsStateful: true }).Sum(g => g.Count);
        return new(DomainLevel.Zone, zone, answer.ToPlace, answer.UnplacedInstances, stateful, [.. answer.Unplaced.Select(u => u.App)], answer.HeadroomAfter);
    }
}
