using System.Globalization;
using Capacity.Core.Cluster;
using Capacity.Core.Packing.Clusters;

namespace Capacity.Core.Packing.Measures;

/// <summary>Finds the apps that one failure would take below their quorum.</summary>
public static class PlacementRisks
{
    /// <summary>The label of an app or its tasks that says how many instances have to live on.</summary>
    public const string QuorumLabel = "quorum";

    /// <summary>Finds them: hosts first, then racks, then zones, the largest share of instances first.</summary>
    /// <remarks>Where all agents are in one rack or zone, that one is no risk of any app's.</remarks>
    public static IReadOnlyList<PlacementRisk> Find(ClusterSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var apps = snapshot.Marathons.SelectMany(m => m.Apps).DistinctBy(a => a.Key).ToDictionary(a => a.Key);
        var agents = snapshot.Agents.ToDictionary(a => a.Name);
        var levels = new[] { DomainLevel.Host, DomainLevel.Rack, DomainLevel.Zone }
            .Where(l => agents.Values.Select(a => DomainOf(a, l)).Distinct().Skip(1).Any()).ToList();
        return [.. snapshot.Containers.GroupBy(c => c.App)
            .Select(g => (App: g.Key, Containers: g.ToList()))
            .Select(g => (g.App, g.Containers, Quorum: QuorumOf(g.Containers, apps.GetValueOrDefault(g.App))))
            .Where(g => g.Quorum is not null && g.Containers.Count > 1)
            .SelectMany(g => levels.Select(l => Worst(g.App, g.Containers, g.Quorum!.Value, l, agents)).OfType<PlacementRisk>())
            .OrderBy(r => r.Level).ThenByDescending(r => (double)r.There / r.Instances).ThenBy(r => r.App.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>How many instances of an app have to live on; <see langword="null"/> where it does not matter.</summary>
    public static int? QuorumOf(IReadOnlyCollection<Container> containers, MarathonApp? app)
    {
        ArgumentNullException.ThrowIfNull(containers);
        var labels = containers.SelectMany(c => c.Tasks).Select(t => t.Labels).Prepend(app?.Labels ?? new Dictionary<string, string>());
        var said = labels.Select(l => l.GetValueOrDefault(QuorumLabel)).FirstOrDefault(t => t is not null);
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var quorum) && quorum > 0 ? quorum
            : !containers.Any(c => StatefulApps.IsStateful(c, app)) ? null
            : containers.Count <= 2 ? 1
            : (containers.Count / 2) + 1;
    }

    private static PlacementRisk? Worst(AppKey app, List<Container> containers, int quorum, DomainLevel level, Dictionary<AgentName, Agent> agents)
    {
        var (domain, there) = containers
            .CountBy(c => agents.TryGetValue(c.Agent, out var agent) ? DomainOf(agent, level) ?? string.Empty : string.Empty)
            .Where(d => d.Key.Length > 0)
            .OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return domain is not null && containers.Count - there < quorum ? new(app, containers.Count, quorum, level, domain, there) : null;
    }

    private static string? DomainOf(Agent agent, DomainLevel level) => level switch
    {
        DomainLevel.Host => agent.Name.Hostname,
        DomainLevel.Rack => agent.Rack,
        _ => agent.Zone,
    };
}
