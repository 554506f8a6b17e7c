namespace Capacity.Core.Alerting.Correlation;

/// <summary>Makes incidents of failures that several alerts prove together.</summary>
internal sealed class FailureJudge(Scene scene)
{
    private const string Consequence = "no leader or no quorum, as a consequence";

    /// <summary>Several machines failed together.</summary>
    public void Failed(Failure failure, DateTimeOffset now)
    {
        var alerts = failure.Hosts.SelectMany(h => h.Alerts).Where(a => a.IsFiring).ToList();
        var incident = Widen(failure, alerts, now) ?? Open(failure, now);
        foreach (var host in failure.Hosts)
        {
            incident.Hosts.Add(host.Host);
        }

        incident.GrownAt = now;
        foreach (var alert in alerts)
        {
            scene.Machines.Remove(alert);
            scene.Wave.Remove(alert);
            scene.Unsettled.Remove(alert);
            alert.Until = null;
            scene.Touched.Add(alert);
            scene.Incidents.Join(incident, alert, Verdict.Paged, failure.Why, now);
        }

        scene.Incidents.Page(incident, failure.Why, alerts.OrderByDescending(a => a.Subject.Severity), now);
    }

    /// <summary>Whether nobody leads or there is no quorum; pages once.</summary>
    /// <returns>When to look again; <see langword="null"/> where there is no need.</returns>
    public DateTimeOffset? ControlLost(DateTimeOffset now)
    {
        if (scene.Incidents.Control?.PagedAt is not null)
        {
            return null;
        }

        var (since, why) = Loss(now);
        if (why is null)
        {
            return since;
        }

        var alerts = ControlAlerts();
        if (alerts.Count == 0 && now < since + (2 * scene.Policy.ControlLossPatience))
        {
            return now + TimeSpan.FromSeconds(5);
        }

        if (scene.Incidents.Domains.Find(d => ExplainsControl(d, now)) is { } domain)
        {
            if (!domain.Timeline.Exists(e => e.Text == Consequence))
            {
                scene.Incidents.Update(domain, Consequence, alerts, now);
            }

            scene.Leadership.MasterLostAt = scene.Leadership.MarathonLostAt = null;
            scene.Touched.AddRest();
            return null;
        }

        OpenControl(why, alerts, now);
        return null;
    }

    /// <summary>What fires of the control plane and is in no page yet.</summary>
    public List<TrackedAlert> ControlAlerts() => [.. scene.Alerts.Values.Where(a => a.IsFiring && scene.Incidents.Of(a)?.PagedAt is null && IsOfControl(a))];

    public Incident OpenControl(string why, IReadOnlyList<TrackedAlert> alerts, DateTimeOffset now)
    {
        var incident = scene.Incidents.Open(IncidentKind.ControlPlane, "control", why, now);
        foreach (var alert in alerts)
        {
            scene.Machines.Remove(alert);
            scene.Wave.Remove(alert);
            alert.Until = null;
            scene.Touched.Add(alert);
            scene.Incidents.Join(incident, alert, Verdict.Paged, why, now);
        }

        scene.Incidents.Page(incident, why, alerts, now);
        return incident;
    }

    /// <summary>Whether machines of the control plane are among those that failed, lately.</summary>
    public bool ExplainsControl(Incident domain, DateTimeOffset now) =>
        now - domain.GrownAt <= scene.Policy.AppWindow && domain.Hosts.Any(h => scene.Topology.Find(h) is { IsControlPlane: true });

    private static bool IsOfControl(TrackedAlert alert) =>
        alert.Subject is { Severity: not AlertSeverity.Info } subject
        && (subject.IsControlPlane && subject.Kind != AlertKind.Condition || subject.Kind is AlertKind.ControlLost or AlertKind.Registration);

    private (DateTimeOffset? Since, string? Why) Loss(DateTimeOffset now)
    {
        var patience = scene.Policy.ControlLossPatience;
        var leadership = scene.Leadership;
        if (leadership.MasterLostAt is { } master && now >= master + patience)
        {
            return (master, $"no master leads since {master:HH:mm:ss}");
        }

        if (leadership.MarathonLostAt is { } marathon && now >= marathon + patience)
        {
            return (marathon, $"no Marathon leads since {marathon:HH:mm:ss}");
        }

        return scene.Quorums.Lost() is var (role, hosts) ? (now, $"{role}: {hosts.Count} of {scene.Topology.Members(role)} are gone, which leaves no quorum") : (null, null);
    }

    private Incident Open(Failure failure, DateTimeOffset now)
    {
        var key = failure.Rack is { } rack ? $"rack {rack}" : failure.Zone is { } zone ? $"zone {zone}" : "machines";
        var incident = scene.Incidents.Open(IncidentKind.Domain, key, $"{key} failed", now);
        (incident.Zone, incident.Rack) = (failure.Zone, failure.Rack);
        return incident;
    }

    /// <summary>Finds the incident that these machines belong to, and widens what it says.</summary>
    private Incident? Widen(Failure failure, IReadOnlyList<TrackedAlert> alerts, DateTimeOffset now)
    {
        foreach (var incident in scene.Incidents.Domains)
        {
            if (incident.Covers(failure.Zone, failure.Rack) && (failure.Rack is not null || incident.Rack is null))
            {
                scene.Incidents.Update(incident, $"{failure.Hosts.Count} more machines", alerts, now);
                return incident;
            }

            if (now - incident.GrownAt > scene.Policy.CollapseWindow)
            {
                continue;
            }

            if (incident.Zone == failure.Zone)
            {
                return WidenToZone(incident, alerts, now);
            }

            if (incident.Rack is null && failure.Rack is null)
            {
                incident.IsWhole = true;
                return Rename(incident, "cluster", alerts, now);
            }
        }

        return null;
    }

    /// <summary>More than a rack of the zone failed: it is the zone.</summary>
    public Incident WidenToZone(Incident incident, IReadOnlyList<TrackedAlert> alerts, DateTimeOffset now)
    {
        (incident.Rack, incident.GrownAt) = (null, now);
        return Rename(incident, $"zone {incident.Zone}", alerts, now);
    }

    private Incident Rename(Incident incident, string key, IReadOnlyList<TrackedAlert> alerts, DateTimeOffset now)
    {
        if (scene.Incidents.Find(key) is null)
        {
            scene.Incidents.Rename(incident, key);
        }

        incident.Cause = $"{key} failed";
        scene.Incidents.Update(incident, $"it is {key}", alerts, now);
        return incident;
    }
}
