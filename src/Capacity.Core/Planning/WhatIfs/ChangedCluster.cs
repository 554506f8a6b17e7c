using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;
using Capacity.Core.Packing.Solving;
using Capacity.Core.Units;

namespace Capacity.Core.Planning.WhatIfs;

/// <summary>A cluster after a change and before anything is started: what is in no given placement any more has to be placed.</summary>
/// <param name="Cluster">The cluster after the change.</param>
/// <param name="AgentsLost">The agents that were taken away.</param>
/// <param name="AgentsAdded">The agents that were added.</param>
internal sealed record ChangedCluster(ClusterProblem Cluster, int AgentsLost = 0, int AgentsAdded = 0)
{
    public static ChangedCluster Without(ClusterProblem cluster, Predicate<Agent> lost)
    {
        var kept = Enumerable.Range(0, cluster.Agents.Count).Where(m => !lost(cluster.Agents[m])).ToList();
        var number = kept.Select((m, i) => (m, i)).ToDictionary(k => k.m, k => k.i);
        var given = cluster.Problem.Given.Where(g => number.ContainsKey(g.Machine)).Select(g => g with { Machine = number[g.Machine] }).ToList();

        // What shows in no container belongs to its agent, and is gone with it.
        var there = given.Select(g => g.Item).ToHashSet();
        var items = cluster.Problem.Items.Select((item, i) => cluster.Items[i].App is null && !there.Contains(i) ? item with { Count = 0 } : item).ToList();
        return new(
            cluster with
            {
                Problem = new(cluster.Problem.Resources, [.. kept.Select(m => cluster.Problem.Machines[m])], items, given: given),
                Agents = [.. kept.Select(m => cluster.Agents[m])],
            },
            cluster.Agents.Count - kept.Count);
    }

    /// <summary>Adds agents of one size: to the zones in turn, with the attributes of an agent that is there.</summary>
    public static ChangedCluster With(ClusterProblem cluster, int count, ResourceVector size)
    {
        var models = cluster.Agents.Where(a => a.TakesNewTasks).GroupBy(a => a.Zone).OrderBy(z => z.Key, StringComparer.Ordinal).Select(z => z.First()).ToList();
        var added = Enumerable.Range(0, count).Select(i => NewAgent(i, models.Count == 0 ? null : models[i % models.Count], size)).ToList();
        var machines = added.Select(a => new PackingMachine(a.Name.ToString(), ClusterResources.ToAmounts(a.Resources!.Total)) { Attributes = AgentFields.Of(a) });
        return new(
            cluster with
            {
                Problem = new(cluster.Problem.Resources, [.. cluster.Problem.Machines, .. machines], cluster.Problem.Items, given: cluster.Problem.Given),
                Agents = [.. cluster.Agents, .. added],
            },
            AgentsAdded: count);
    }

    /// <summary>Takes a share of each app's instances away, and of all of them together; which ones, the seed says.</summary>
    /// <remarks>Instances that keep data start again where they were, so they are left there.</remarks>
    public static ChangedCluster WithInstancesDown(ClusterProblem cluster, double share, int seed)
    {
        var random = new Random(seed);
        var given = new List<GivenPlacement>(cluster.Problem.Given.Count);
        var carry = 0.0;
        foreach (var placement in cluster.Problem.Given)
        {
            var isApp = cluster.Items[placement.Item] is { App: not null, IsStateful: false };
            carry += isApp ? (placement.Count * share) + ((random.NextDouble() - 0.5) * 1e-3) : 0;
            var down = isApp ? Math.Clamp((int)Math.Round(carry), 0, placement.Count) : 0;
            carry -= down;
            if (down < placement.Count)
            {
                given.Add(placement with { Count = placement.Count - down });
            }
        }

        return new(cluster with { Problem = new(cluster.Problem.Resources, cluster.Problem.Machines, cluster.Problem.Items, given: given) });
    }

    /// <summary>Gives every app more instances, so that all together grow by the share.</summary>
    public static ChangedCluster WithGrowth(ClusterProblem cluster, double share)
    {
        var carry = 0.5;
        var items = cluster.Problem.Items.Select((item, i) =>
        {
            carry += cluster.Items[i].App is null ? 0 : item.Count * share;
            var more = (int)Math.Floor(carry);
            carry -= more;
            return item with { Count = item.Count + more, IsPinned = false };
        }).ToList();
        return new(cluster with { Problem = new(cluster.Problem.Resources, cluster.Problem.Machines, items, given: cluster.Problem.Given) });
    }

    private static Agent NewAgent(int number, Agent? model, ResourceVector size)
    {
        var whole = size with { Disk = size.Disk > MemorySize.Zero ? size.Disk : model?.Resources?.Total.Disk ?? default };
        return new()
        {
            Name = new($"new-{number + 1}", 5051),
            Id = $"new-{number + 1}",
            Address = null,
            State = AgentState.Active,
            Resources = new(whole, default, default, whole, default, [], default, default),
            Attributes = model?.Attributes ?? new Dictionary<string, string>(),
            Domain = model?.Domain,
            Zone = model?.Zone,
            Rack = model?.Rack,
            AsOf = model?.AsOf ?? default,
        };
    }
}
