using Capacity.Core.Cluster;
using Capacity.Core.RightSizing.Ownership;
using Capacity.Core.RightSizing.Policies;
using Capacity.Core.Units;

namespace Capacity.Core.RightSizing.Advice;

/// <summary>Reads from a picture of the cluster what each app is given now: by Marathon's word where there is one, else by its containers.</summary>
/// <param name="owners">Who owns what.</param>
/// <param name="teams">What teams want otherwise.</param>
public sealed class FactsReader(OwnerRules owners, IReadOnlyDictionary<string, PolicyOverrides> teams)
{
    private static readonly Dictionary<string, string> NoLabels = [];

    /// <summary>Reads the apps.</summary>
    public IReadOnlyList<AppFacts> Read(ClusterSnapshot picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var containers = picture.Containers.ToLookup(c => c.App);
        var defined = picture.Marathons.SelectMany(m => m.Apps).DistinctBy(a => a.Key).ToDictionary(a => a.Key);
        var zones = picture.Agents.GroupBy(a => a.Name).ToDictionary(g => g.Key, g => g.First().Zone);
        var many = zones.Values.Distinct().Count() > 1;
        return [.. containers.Select(c => c.Key).Union(defined.Keys).Select(key => Of(
            key, defined.GetValueOrDefault(key), [.. containers[key]], c => many ? (zones.GetValueOrDefault(c.Agent) ?? c.Agent.Hostname) : c.Agent.Hostname) with { DomainsAreZones = many })];
    }

    private AppFacts Of(AppKey key, MarathonApp? app, Container[] containers, Func<Container, string> domain)
    {
        var labels = app?.Labels ?? containers.SelectMany(c => c.Tasks).Select(t => t.Labels).FirstOrDefault(l => l.Count > 0) ?? NoLabels;
        var team = owners.Find(key.Id, labels);
        var request = app?.Request ?? containers.Select(c => c.Allocated).OrderBy(a => a.Memory).ThenBy(a => a.Cpus).Last();
        var limits = containers.SelectMany(c => c.Tasks).Select(t => t.Limits).FirstOrDefault(l => l is not null);
        return new()
        {
            Key = key,
            Team = team,
            Instances = app?.Instances ?? containers.Length,
            Cpus = request.Cpus,
            Memory = request.Memory,
            CpuLimit = limits?.Cpus is double cpus && double.IsFinite(cpus) ? CpuCores.FromCores(cpus) : null,
            MemoryLimit = limits?.MemoryBytes is double bytes && double.IsFinite(bytes) ? MemorySize.FromBytes((long)bytes) : null,
            HasUnlimitedCpus = limits?.Cpus is double.PositiveInfinity,
            HasUnlimitedMemory = limits?.MemoryBytes is double.PositiveInfinity,
            FailureDomains = Math.Max(1, containers.Select(domain).Distinct().Count()),
            Overrides = (team is null ? PolicyOverrides.None : teams.GetValueOrDefault(team, PolicyOverrides.None)).Under(PolicyLabels.Read(labels)),
            UnreadLabels = PolicyLabels.Faults(labels),
        };
    }
}
