using Capacity.Core.Alerting.Policies;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>What explains alerts that name a rack or a zone, and counts over the whole cluster.</summary>
internal sealed class PlaceRules(Scene scene, Acts acts, FailureJudge judge)
{
    private readonly AlertPolicy policy = scene.Policy;

    /// <summary>Decides on an alert that names a place.</summary>
    public void DecidePlace(TrackedAlert alert, DateTimeOffset now)
    {
        var subject = alert.Subject;
        if (scene.Incidents.Domains.Find(d => d.Covers(subject.Zone, subject.Rack) || (d.Zone == subject.Zone && d.Rack is not null && subject.Rack is null)) is { } domain)
        {
            scene.Incidents.Join(domain, alert, Verdict.Attached, $"says what '{domain.Cause}' says", now);
            return;
        }

        if (subject is { Zone: not null, Rack: not null, Severity: AlertSeverity.Critical }
            && scene.Incidents.Domains.Find(d => d.Zone == subject.Zone && now - d.GrownAt <= policy.CollapseWindow) is { } neighbour)
        {
            judge.WidenToZone(neighbour, [alert], now);
            scene.Incidents.Join(neighbour, alert, Verdict.Attached, $"part of '{neighbour.Cause}'", now);
            return;
        }

        var size = Math.Max(1, scene.Topology.Size(subject.Zone, subject.Rack));
        var working = scene.Changes.Active(now).Where(w => scene.Topology.Find(w.Host) is { } m && m.Zone == subject.Zone && (subject.Rack is null || m.Rack == subject.Rack)).ToList();
        if (working.Count >= Math.Min(policy.CollapseMachines, size))
        {
            acts.Hold(alert, working.Max(w => w.Deadline), $"{working.Count} of its machines are taken by a change", now);
            return;
        }

        if (subject.Severity != AlertSeverity.Critical)
        {
            acts.Ticket(alert, "not critical", now);
        }
        else if (alert.FiredAt + (scene.Machines.IsForming(subject.Zone, now) ? policy.Collapse : policy.Settle) is var until && now < until)
        {
            acts.Wait(alert, until, "its machines will say more", now);
        }
        else
        {
            var rack = OtherRacksFire(alert) ? null : subject.Rack;
            var key = rack is not null ? $"rack {rack}" : $"zone {subject.Zone}";
            var incident = scene.Incidents.Open(IncidentKind.Domain, key, $"{key} failed", now);
            (incident.Zone, incident.Rack) = (subject.Zone, rack);
            acts.Page(incident, alert, $"{subject.Name} fires", now);
        }
    }

    /// <summary>Whether other racks of its zone are said to have failed, or the zone itself: then the zone is the cause.</summary>
    private bool OtherRacksFire(TrackedAlert alert) =>
        alert.Subject is { Zone: { } zone, Rack: { } rack }
        && scene.Unsettled.Any(a => a.IsFiring && a.Subject is { Kind: AlertKind.Domain, Severity: AlertSeverity.Critical } other && other.Zone == zone && other.Rack != rack);

    /// <summary>Decides on an alert that counts over the whole cluster.</summary>
    public void DecideCount(TrackedAlert alert, DateTimeOffset now)
    {
        var reregistered = scene.Leadership.ChangedAt + policy.ReregisterTimeout;
        if (scene.Incidents.Domains.LastOrDefault(d => d.Firing > 0 || now - d.GrownAt < policy.AppWindow) is { } domain)
        {
            scene.Incidents.Join(domain, alert, Verdict.Attached, $"follows from '{domain.Cause}'", now);
        }
        else if (now < reregistered)
        {
            acts.Hold(alert, reregistered.Value, "agents register again after an election", now);
        }
        else if (scene.Changes.Active(now).Where(w => w.Deadline > now).Select(w => (DateTimeOffset?)w.Deadline).Max() is { } deadline)
        {
            acts.Hold(alert, deadline, "machines are taken by a change", now);
        }
        else if (scene.Machines.RestartsUntil(now) is { } restarted && now < restarted)
        {
            acts.Hold(alert, restarted, "services restart on several machines", now);
        }
        else
        {
            acts.Alone(alert, IncidentKind.Condition, now);
        }
    }
}
