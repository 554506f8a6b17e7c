using Capacity.Core.Cluster;
using Capacity.Core.Packing;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Measures;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>Works out what scenarios would come to for one cluster.</summary>
public sealed class WhatIf
{
    private const int Runs = 3;
    private readonly ClusterProblem cluster;
    private readonly PackingState now;
    private readonly ResourceVector workload;
    private readonly Lazy<GrowthHeadroom> headroom;

    /// <summary>Initializes a new instance of the <see cref="WhatIf"/> class.</summary>
    /// <param name="cluster">The cluster as it is.</param>
    /// <param name="assumptions">What estimates of recovery take for granted.</param>
    public WhatIf(ClusterProblem cluster, RecoveryAssumptions? assumptions = null)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        this.cluster = cluster;
        Assumptions = assumptions ?? new();
        now = new(cluster.Problem, keepGiven: true);
        workload = Allocated(cluster, now);
        headroom = new(() => GrowthHeadroom.Measure(cluster, now, Runs, CancellationToken.None));
    }

    /// <summary>Gets what estimates of recovery take for granted.</summary>
    public RecoveryAssumptions Assumptions { get; }

    /// <summary>Works out a scenario.</summary>
    /// <exception cref="ArgumentException">The scenario names a zone, an agent or a size that the cluster has none of; the message says what there is.</exception>
    public WhatIfAnswer Ask(Scenario scenario, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        scenario = Named(scenario, cancellationToken);
        var changed = Change(scenario);
        var after = Replacement.Run(changed.Cluster, cancellationToken);
        return new()
        {
            Scenario = scenario,
            AgentsBefore = cluster.Agents.Count,
            AgentsAfter = changed.Cluster.Agents.Count,
            EmptyAgentsAfter = changed.Cluster.Agents.Count - after.State.MachinesUsed,
            ToPlace = after.ToPlace,
            Unplaced = after.Unplaced,
            TotalBefore = Total(cluster),
            AllocatedBefore = workload,
            StrandedBefore = Stranded(cluster, now),
            TotalAfter = Total(changed.Cluster),
            AllocatedAfter = Allocated(changed.Cluster, after.State),
            StrandedAfter = Stranded(changed.Cluster, after.State),
            HeadroomBefore = headroom.Value,
            HeadroomAfter = GrowthHeadroom.Measure(changed.Cluster, after.State, Runs, cancellationToken),
            Recovery = scenario is Scenario.ZoneLoss or Scenario.AgentLoss or Scenario.BusiestAgentLoss or Scenario.InstancesDown
                ? RecoveryEstimate.Of(Assumptions, changed.AgentsLost > 0, after.Started, after.MostOnOneAgent)
                : null,
        };
    }

    /// <summary>Names the zone or agent of a loss that names none: the worst one.</summary>
    private Scenario Named(Scenario scenario, CancellationToken cancellationToken) => scenario switch
    {
        Scenario.ZoneLoss(null) => cluster.Agents.Select(a => a.Zone).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(z => (Zone: z, After: Replacement.Run(ChangedCluster.Without(cluster, a => a.Zone == z).Cluster, cancellationToken)))
            .OrderByDescending(z => z.After.Unplaced.Sum(u => u.Instances)).ThenByDescending(z => z.After.ToPlace)
            .Select(z => new Scenario.ZoneLoss(z.Zone)).FirstOrDefault() ?? throw new ArgumentException("The cluster has no zones: --zone-attribute says where they are written."),
        Scenario.AgentLoss([]) when cluster.Agents.Count > 0 => new Scenario.AgentLoss([WorstAgent()]),
        _ => scenario,
    };

    private string WorstAgent()
    {
        var losses = new AgentLosses(cluster);
        return Enumerable.Range(0, cluster.Agents.Count).Select(losses.Lose).OrderByDescending(l => l.Unplaced).ThenByDescending(l => l.Lost).First().Name;
    }

    private static ResourceVector Total(ClusterProblem cluster) => cluster.Agents.Sum(a => a.Resources!.Total);

    private static ResourceVector Allocated(ClusterProblem cluster, PackingState state)
    {
        var sum = ResourceVector.Zero;
        for (var m = 0; m < cluster.Agents.Count; m++)
        {
            foreach (var placed in state.On(m))
            {
                var request = cluster.Items[placed.Item].Request;
                sum += new ResourceVector(
                    CpuCores.FromCores(request.Cpus.Cores * placed.Count),
                    MemorySize.FromBytes(request.Memory.Bytes * placed.Count),
                    MemorySize.FromBytes(request.Disk.Bytes * placed.Count),
                    request.Gpus * placed.Count);
            }
        }

        return sum;
    }

    // The mix is that of before, so that both figures mean the same.
    private ResourceVector Stranded(ClusterProblem changed, PackingState state)
    {
        var room = FreeRoom.Of(state);
        return Enumerable.Range(0, room.Count).Where(m => room[m].AcceptsNew).Sum(m => Stranding.Stranded(
            ClusterResources.ToResources([.. changed.Problem.Resources.Select((_, r) => FillOrder.CapacityOf(room[m], r))]),
            workload));
    }

    private ChangedCluster Change(Scenario scenario) => scenario switch
    {
        Scenario.ZoneLoss(var zone) => Lose(a => a.Zone == zone, $"zone '{zone}'", "zones", cluster.Agents.Select(a => a.Zone)),
        Scenario.AgentLoss(var names) => LoseAgents(names),
        Scenario.BusiestAgentLoss => Lose(a => a == Busiest(), "agent", "agents", []),
        Scenario.InstancesDown(var share) => ChangedCluster.WithInstancesDown(cluster, share, 1),
        Scenario.Add(var count, var size) => ChangedCluster.With(cluster, count, size),
        Scenario.Replace replace => Replaced(replace),
        Scenario.RightSize(var advice) => RightSized.Of(cluster, advice),
        Scenario.Grow(var share) => ChangedCluster.WithGrowth(cluster, share),
        _ => throw new InvalidOperationException($"{scenario} is not handled."),
    };

    private Agent? Busiest() => cluster.Agents.MaxBy(a => Math.Max(
        a.Resources!.Allocated.Cpus.Cores / Math.Max(1e-9, Total(cluster).Cpus.Cores),
        a.Resources.Allocated.Memory.Bytes / Math.Max(1.0, Total(cluster).Memory.Bytes)));

    private ChangedCluster LoseAgents(IReadOnlyList<string> names)
    {
        var known = cluster.Agents.SelectMany(a => new[] { a.Name.ToString(), a.Name.Hostname }).ToHashSet(StringComparer.Ordinal);
        return names.FirstOrDefault(n => !known.Contains(n)) is { } unknown
            ? throw new ArgumentException($"The cluster has no agent '{unknown}': write its host's name, with or without the port.")
            : Lose(a => names.Contains(a.Name.ToString()) || names.Contains(a.Name.Hostname), "agent", "agents", []);
    }

    private ChangedCluster Replaced(Scenario.Replace replace)
    {
        bool Goes(Agent agent) => agent.Resources!.Total.Cpus == replace.Cpus
            && Math.Abs(agent.Resources.Total.Memory.Bytes - replace.Memory.Bytes) <= 0.05 * replace.Memory.Bytes;

        var fewer = Lose(Goes, $"agent with {replace.Cpus} cores and {replace.Memory}", "sizes", cluster.Agents.Select(a => $"{a.Resources!.Total.Cpus} cores and {a.Resources.Total.Memory}"));
        return ChangedCluster.With(fewer.Cluster, replace.Count, replace.Size) with { AgentsLost = fewer.AgentsLost };
    }

    private ChangedCluster Lose(Predicate<Agent> lost, string what, string those, IEnumerable<string?> there)
    {
        var changed = ChangedCluster.Without(cluster, lost);
        return changed.AgentsLost > 0
            ? changed
            : throw new ArgumentException($"The cluster has no {what}; its {those} are {string.Join(", ", there.OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(10))}.");
    }
}
