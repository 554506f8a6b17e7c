namespace Capacity.Core.Alerting.Correlation;

/// <summary>Agents that register with a new leader: most come back one by one, and a place whose agents all stay away has failed.</summary>
internal static class WaveWatch
{
    /// <summary>Finds the places that stay away although nearly all others are back.</summary>
    public static IEnumerable<Failure> Find(Scene scene, DateTimeOffset now)
    {
        var policy = scene.Policy;
        if (scene.Leadership.ChangedAt is not { } changed || now < changed + policy.ReregisterSettle)
        {
            return [];
        }

        var away = scene.Wave.GroupBy(a => a.Subject.Machine!).Select(g => (Machine: g.Key, Alerts: g.ToList())).ToList();
        var places = away.GroupBy(m => (m.Machine.Zone, Rack: (string?)null)).Concat(away.GroupBy(m => (m.Machine.Zone, m.Machine.Rack)));
        var found = new List<Failure>();
        foreach (var place in places.Where(p => p.Count() >= policy.CollapseMachines && p.Key != (null, null)))
        {
            var size = scene.Topology.Size(place.Key.Zone, place.Key.Rack);
            var rest = away.Count - place.Count();
            var isWhole = size == 0 ? place.Count() >= policy.RackShare * away.Count : place.Count() >= policy.RackShare * size;
            var isAlone = scene.Topology.Agents == 0
                ? rest <= place.Count() * policy.ReregisterRest
                : rest <= policy.ReregisterRest * Math.Max(1, scene.Topology.Agents - size);
            if (isWhole && isAlone && found.TrueForAll(f => f.Zone != place.Key.Zone))
            {
                var hosts = place.Select(m => Evidence(m.Machine, m.Alerts, changed)).ToList();
                found.Add(new(place.Key.Zone, place.Key.Rack, hosts, $"{hosts.Count} agents stay away since the election while {rest} others have yet to register"));
            }
        }

        return found;
    }

    private static HostEvidence Evidence(Subjects.Machine machine, List<TrackedAlert> alerts, DateTimeOffset since)
    {
        var evidence = new HostEvidence(machine.Host, machine.Zone, machine.Rack, since);
        evidence.Alerts.UnionWith(alerts);
        return evidence;
    }
}
