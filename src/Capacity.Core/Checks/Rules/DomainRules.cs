using System.Globalization;
using Capacity.Core.Alerting;
using Capacity.Core.Alerting.Labels;
using Capacity.Core.Cluster;
using static Capacity.Core.Checks.Rules.Standards;

namespace Capacity.Core.Checks.Rules;

/// <summary>Agents that are missing together: of a rack, of a zone, of the cluster.</summary>
internal static class DomainRules
{
    /// <summary>One agent alone is no failure of its rack.</summary>
    private const int FewestOfARack = 2;

    private const int FewestOfMany = 3;

    /// <summary>One more look at the masters says whether agents that do not answer closed their connections, as processes do that restart.</summary>
    private static readonly TimeSpan OneMoreLook = TimeSpan.FromSeconds(15);

    /// <summary>What is missing for longer may be gone for good: its own alert says so, and the cluster is what is left.</summary>
    private static readonly TimeSpan Expected = TimeSpan.FromHours(24);

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        new("MesosRackAgentsMissing", "Most Mesos agents of a rack are missing.", CheckBasis.Masters, s => Of(s, a => a.Rack is null ? null : (a.Zone, a.Rack), "rack", FewestOfARack))
        {
            Standard = Critical(OneMoreLook).Beyond(0.5, 0.3), Unit = "ratio", Identity = ["zone", "rack"], Kind = AlertKind.Domain,
        },
        new("MesosZoneAgentsMissing", "Most Mesos agents of a zone are missing.", CheckBasis.Masters, s => Of(s, a => a.Zone is null ? null : (a.Zone, null), "zone", FewestOfMany))
        {
            Standard = Critical(OneMoreLook).Beyond(0.5, 0.3), Unit = "ratio", Identity = ["zone"], Kind = AlertKind.Domain,
        },
        new("MesosManyAgentsMissing", "Many Mesos agents of the cluster are missing.", CheckBasis.Masters, s => Of(s, _ => (null, null), "cluster", FewestOfMany))
        {
            Standard = Critical(Minutes(1)).Beyond(0.1, 0.05), Unit = "ratio", Kind = AlertKind.ClusterEffect,
        },
    ];

    private static CheckLook Of(CheckScene scene, Func<Agent, (string? Zone, string? Rack)?> placeOf, string what, int fewest)
    {
        if (AgentStanding.Blindness(scene) is { } reason)
        {
            return CheckLook.Blind(reason);
        }

        // Over the whole cluster, agents that only do not answer are what CapacityCoverageLow is about.
        var silence = what == "cluster" ? null : AgentSilence.In(scene);
        var agents = scene.Picture.Agents.Where(a => a.CountsAsCapacity || (scene.IsMissing(a) && scene.Now - a.AsOf < Expected));
        var places = agents.GroupBy(placeOf).Where(g => g.Key is not null).ToList();
        return CheckLook.Whole(what == "cluster" || places.Count > 1 ? places.Select(g => Read(scene, g.Key!.Value, [.. g], silence, what, fewest)) : []);
    }

    private static CheckReading Read(CheckScene scene, (string? Zone, string? Rack) place, List<Agent> agents, AgentSilence? silence, string what, int fewest)
    {
        var silent = silence?.Of(agents) ?? new HashSet<AgentName>();
        var missing = agents.Where(a => scene.IsMissing(a) || silent.Contains(a.Name)).ToList();
        var ratio = missing.Count < fewest ? 0 : (double)missing.Count / agents.Count;
        var where = what == "cluster" ? "the cluster" : $"{what} {place.Rack ?? place.Zone}";
        var names = string.Join(", ", missing.Take(5).Select(a => a.Name.ToString()));
        var more = missing.Count > 5 ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - 5} more") : "";
        return new(
            LabelSet.Create([new("zone", place.Zone ?? ""), new("rack", place.Rack ?? "")]),
            ratio,
            $"{missing.Count} of {agents.Count} agents of {where} are missing or do not answer{(names.Length > 0 ? $": {names}{more}" : "")}.",
            silent.Count > 0 ? scene.Picture.TakenAt : null);
    }
}
