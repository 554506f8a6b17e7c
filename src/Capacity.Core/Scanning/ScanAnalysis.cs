using Capacity.Core.Cluster;
using Capacity.Core.Packing;
using Capacity.Core.Scanning.Warnings;
using Capacity.Core.Units;
using Capacity.Core.Usage;

namespace Capacity.Core.Scanning;

/// <summary>Works out a scan's report from its collections.</summary>
public static class ScanAnalysis
{
    /// <summary>Analyses collections of one cluster.</summary>
    /// <param name="pictures">The collections in the order they were taken, each laid over the ones before; at least one.</param>
    public static ScanReport Analyse(IReadOnlyList<ClusterSnapshot> pictures)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentOutOfRangeException.ThrowIfZero(pictures.Count, nameof(pictures));
        return Analyse(pictures, Measure(pictures), null);
    }

    /// <summary>Analyses anew after a look at the masters alone. Nothing was measured since, which spares most of the work.</summary>
    /// <param name="before">The report over <paramref name="pictures"/>.</param>
    /// <param name="pictures">The collections in the order they were taken; at least one.</param>
    /// <param name="look">The last of them with what the masters say now: it has the same containers, or fewer.</param>
    public static ScanReport Renew(ScanReport before, IReadOnlyList<ClusterSnapshot> pictures, ClusterSnapshot look)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(look);
        var containers = look.Containers.Count == before.Containers.Count ? before.Containers : Kept(before, look);
        var sameAgents = look.Agents.Select(a => a.Name).SequenceEqual(before.Agents.Select(a => a.Agent.Name));
        return Analyse([.. pictures, look], containers, sameAgents && containers == before.Containers ? before : null) with { Samples = pictures.Count };
    }

    /// <summary>Analyses measured containers.</summary>
    /// <param name="pictures">The collections, the last of which has the containers.</param>
    /// <param name="containers">What they used.</param>
    /// <param name="same">A report over the same containers on the same agents, whose sums are good still; <see langword="null"/> for none.</param>
    private static ScanReport Analyse(IReadOnlyList<ClusterSnapshot> pictures, IReadOnlyList<MeasuredContainer> containers, ScanReport? same)
    {
        var last = pictures[^1];
        var usage = same?.Agents.ToDictionary(a => a.Agent.Name, a => a.Usage) ?? UsageByAgent(containers);
        var workload = OfCapacity(last.Agents).Sum(a => a.Resources?.Allocated ?? default);
        var agents = last.Agents.Select(a => ToFigures(a, last, workload, usage.GetValueOrDefault(a.Name, UsageFigures.None))).ToList();
        var cluster = Group(null, agents, same?.Cluster.Usage ?? UsageFigures.Sum(usage.Values));
        return new()
        {
            From = pictures[0].TakenAt,
            To = last.TakenAt,
            Samples = pictures.Count,
            Picture = last,
            Cluster = cluster,
            Zones = [.. agents.GroupBy(a => a.Agent.Zone).OrderBy(z => z.Key, StringComparer.Ordinal)
                .Select(z => Group(z.Key, [.. z], UsageFigures.Sum([.. z.Select(a => a.Usage)])))],
            Agents = agents,
            Apps = same?.Cluster.Total == cluster.Total && EverybodySaid(same.Picture) == EverybodySaid(last) ? same.Apps : Apps(containers, last, cluster.Total),
            Containers = containers,
            LargestTasks = [.. RolesOf(last.Agents).Select(role => LargestTask.Find(last.Agents, role))],
            Warnings = ScanWarnings.Find(pictures, containers),
        };
    }

    private static List<MeasuredContainer> Kept(ScanReport before, ClusterSnapshot look)
    {
        var kept = look.Containers.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return [.. before.Containers.Where(c => kept.Contains(c.Container.Id))];
    }

    private static Dictionary<AgentName, UsageFigures> UsageByAgent(IReadOnlyList<MeasuredContainer> containers) =>
        containers.GroupBy(c => c.Container.Agent).ToDictionary(a => a.Key, a => UsageFigures.Of([.. a]));

    private static IEnumerable<Agent> OfCapacity(IEnumerable<Agent> agents) => agents.Where(a => a.CountsAsCapacity);

    private static List<MeasuredContainer> Measure(IReadOnlyList<ClusterSnapshot> pictures)
    {
        var last = pictures[^1].Containers;
        var index = new Dictionary<string, int>(last.Count, StringComparer.Ordinal);
        foreach (var container in last)
        {
            index.TryAdd(container.Id, index.Count);
        }

        var samples = new ContainerSample[index.Count * pictures.Count];
        var known = new int[index.Count];
        for (var picture = 0; picture < pictures.Count; picture++)
        {
            foreach (var container in pictures[picture].Containers)
            {
                // A picture has one sample of a container.
                if (container.Sample is { } sample && index.TryGetValue(container.Id, out var i) && known[i] <= picture)
                {
                    samples[(i * pictures.Count) + known[i]++] = sample;
                }
            }
        }

        return [.. last.Select(c => new MeasuredContainer(c, Over(index[c.Id])))];

        ContainerUsage? Over(int i) => UsageCalculator.Over(samples.AsSpan(i * pictures.Count, known[i]));
    }

    private static AgentFigures ToFigures(Agent agent, ClusterSnapshot picture, ResourceVector workload, UsageFigures usage) => new(
        agent,
        picture.AgentsRead.Contains(agent.Name),
        agent is { TakesNewTasks: true, Resources: { } resources } ? Stranding.Stranded(resources.Free, workload) : default,
        usage);

    private static GroupFigures Group(string? name, IReadOnlyList<AgentFigures> agents, UsageFigures usage)
    {
        var capacity = OfCapacity(agents.Select(a => a.Agent)).ToList();
        var known = capacity.Where(a => a.Resources is not null).ToList();
        return new(
            name,
            agents.CountBy(a => a.Agent.State).OrderBy(s => s.Key).ToDictionary(s => s.Key, s => s.Value),
            capacity.Count - known.Count,
            known.Sum(a => a.Resources!.Total),
            known.Sum(a => a.Resources!.Allocated),
            known.Sum(a => a.Resources!.Offered),
            known.Where(a => a.TakesNewTasks).Sum(a => a.Resources!.Free),
            agents.Sum(a => a.Stranded),
            known.Where(a => !a.TakesNewTasks).Sum(a => a.Resources!.Free),
            usage);
    }

    private static List<AppFigures> Apps(IEnumerable<MeasuredContainer> containers, ClusterSnapshot picture, ResourceVector total)
    {
        var kills = picture.Failures.Where(f => f.OutOfMemory).CountBy(f => f.App).ToDictionary();
        var everybodySaid = EverybodySaid(picture);
        var byApp = containers.ToLookup(c => c.Container.App);
        return [.. byApp.Select(app => app.Key).Union(kills.Keys)
            .Select(app => ToFigures(app, [.. byApp[app]], kills.TryGetValue(app, out var k) ? k : everybodySaid ? 0 : null, total))
            .OrderByDescending(a => a.Waste)
            .ThenByDescending(a => a.MemoryKills)
            .ThenBy(a => a.Key.Id, StringComparer.Ordinal)
            .ThenBy(a => a.Key.Framework, StringComparer.Ordinal)];
    }

    /// <summary>Says whether every agent told why tasks failed.</summary>
    private static bool EverybodySaid(ClusterSnapshot picture) =>
        !SourceWarnings.OperatorCallsFailed(picture) && OfCapacity(picture.Agents).All(a => picture.AgentsRead.Contains(a.Name));

    private static AppFigures ToFigures(AppKey key, MeasuredContainer[] containers, int? kills, ResourceVector total)
    {
        var usage = UsageFigures.Of(containers);
        return new(
            key,
            Team(containers),
            containers.Length,
            containers.Sum(c => c.Container.Allocated),
            usage,
            containers.Max(c => c.Usage?.ThrottledRatio),
            kills,
            Math.Max(Share(usage.CpusWasted?.Cores, total.Cpus.Cores), Share(usage.MemoryWasted?.Bytes, total.Memory.Bytes)));
    }

    private static string? Team(MeasuredContainer[] containers)
    {
        var labels = containers.SelectMany(c => c.Container.Tasks).Select(t => t.Labels).ToList();
        return labels.Select(l => l.GetValueOrDefault("team")).FirstOrDefault(t => t is not null)
            ?? labels.Select(l => l.GetValueOrDefault("owner")).FirstOrDefault(t => t is not null);
    }

    private static double Share(double? part, double whole) => part is double p && whole > 0 ? p / whole : 0;

    private static IEnumerable<string> RolesOf(IEnumerable<Agent> agents) => agents
        .SelectMany(a => a.Resources?.Reservations ?? [])
        .Select(r => r.Role)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Prepend(Roles.Any);
}
