using Capacity.Core.Alerting.Context;
using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>Explains one alert by what is known: the first rule that fits counts.</summary>
internal sealed class Explainer
{
    private readonly Scene scene;
    private readonly AlertPolicy policy;
    private readonly Acts acts;
    private readonly AppRules apps;
    private readonly FailureJudge judge;

    public Explainer(Scene scene)
    {
        (this.scene, policy, acts, judge) = (scene, scene.Policy, new(scene), new(scene));
        apps = new(scene, acts);
    }

    public void Decide(TrackedAlert alert, DateTimeOffset now)
    {
        if (scene.Incidents.Of(alert) is { } known && (known.PagedAt is not null || known.Kind is IncidentKind.Domain or IncidentKind.ControlPlane))
        {
            return;
        }

        var subject = alert.Subject;
        if (IsOfThePast(alert, now)
            || IsOfControlLoss(alert, now)
            || IsOfChange(alert, now))
        {
            return;
        }

        if (subject.Severity == AlertSeverity.Info && !subject.IsMachineEvidence)
        {
            acts.Ticket(alert, "only context", now);
            return;
        }

        switch (subject.Kind)
        {
            case AlertKind.ControlLost:
                DecideControlLost(alert, now);
                break;
            case AlertKind.Machine or AlertKind.Service or AlertKind.Registration when subject.IsMachineEvidence:
                DecideMachine(alert, now);
                break;
            case AlertKind.Domain:
                DecideDomain(alert, now);
                break;
            case AlertKind.ClusterEffect:
                DecideClusterEffect(alert, now);
                break;
            case AlertKind.App or AlertKind.Symptom:
                apps.Decide(alert, now);
                break;
            default:
                DecideOther(alert, now);
                break;
        }
    }

    /// <summary>A sender that was cut off tells what it saw meanwhile: the failure that cut it off explains it.</summary>
    private bool IsOfThePast(TrackedAlert alert, DateTimeOffset now)
    {
        if (!alert.IsLate || alert.Subject.IsUserFacing || alert.Subject.Kind == AlertKind.Condition)
        {
            return false;
        }

        var until = alert.FiredAt + policy.Expected + policy.Grace;
        if (now >= until)
        {
            (alert.IsLate, alert.Began) = (false, now);
            return false;
        }

        var cut = scene.Incidents.All.FirstOrDefault(i =>
            i is { Kind: IncidentKind.Domain, PagedAt: not null } && alert.StartsAt >= i.OpenedAt - policy.CollapseWindow && alert.StartsAt <= (i.ResolvedAt ?? now));
        if (cut is null)
        {
            return false;
        }

        acts.Hold(alert, until, $"tells of {alert.StartsAt:HH:mm:ss}, during '{cut.Cause}', and came only now", now);
        return true;
    }

    private bool IsOfControlLoss(TrackedAlert alert, DateTimeOffset now)
    {
        var subject = alert.Subject;
        if (scene.Incidents.Control is not { PagedAt: not null } control || alert.FiredAt < control.OpenedAt - policy.LateAfter)
        {
            return false;
        }

        var follows = subject.Kind is AlertKind.ControlLost or AlertKind.LeaderChanged or AlertKind.Registration or AlertKind.ClusterEffect
            || (subject.IsControlPlane && subject.Kind != AlertKind.Condition)
            || (subject.App is not null && subject.Kind is AlertKind.App or AlertKind.Symptom && apps.DeployedBefore(alert) is null
                && alert.Began >= control.OpenedAt - policy.CollapseWindow);
        if (follows)
        {
            scene.Incidents.Join(control, alert, Verdict.Attached, $"follows from '{control.Cause}'", now);
        }

        return follows;
    }

    private bool IsOfChange(TrackedAlert alert, DateTimeOffset now)
    {
        var subject = alert.Subject;
        if (subject.Machine is not { } machine || subject.Kind is AlertKind.Condition or AlertKind.Symptom
            || scene.Changes.Find(machine.Host, alert.Began) is not { } window)
        {
            return false;
        }

        if (now < window.Deadline)
        {
            acts.Hold(alert, window.Deadline, $"{window.Change} may take {machine.Host} until {window.Deadline:HH:mm:ss}", now);
            return true;
        }

        if (!subject.IsControlPlane || !subject.IsMachineEvidence || subject.Severity == AlertSeverity.Info)
        {
            alert.Began = now;
            return false;
        }

        var incident = scene.Incidents.Open(IncidentKind.Change, $"{window.Change} {machine.Host}", $"{machine.Host} did not come back from {window.Change}", now);
        incident.Hosts.Add(machine.Host);
        acts.Page(incident, alert, $"still gone at {window.Deadline:HH:mm:ss}, the announced end and grace", now);
        return true;
    }

    private void DecideControlLost(TrackedAlert alert, DateTimeOffset now)
    {
        if (scene.Incidents.Domains.Find(d => judge.ExplainsControl(d, now)) is { } domain)
        {
            scene.Incidents.Join(domain, alert, Verdict.Attached, $"follows from '{domain.Cause}'", now);
        }
        else if (alert.Subject.Severity != AlertSeverity.Critical)
        {
            acts.Ticket(alert, "not critical", now);
        }
        else if (now < alert.FiredAt + policy.Settle || (scene.Machines.IsForming(null, now) && now < alert.FiredAt + policy.Collapse + policy.Settle))
        {
            acts.Wait(alert, alert.FiredAt + policy.Settle, "leaders are elected within seconds", now);
        }
        else
        {
            judge.OpenControl($"{alert.Subject.Name} fires", [alert], now);
        }
    }

    private void DecideMachine(TrackedAlert alert, DateTimeOffset now)
    {
        var subject = alert.Subject;
        var machine = subject.Machine!;
        if (Domain(machine, alert) is { } domain)
        {
            if (domain.Hosts.Add(machine.Host))
            {
                domain.GrownAt = now;
            }

            scene.Incidents.Join(domain, alert, Verdict.Attached, $"part of '{domain.Cause}'", now);
            return;
        }

        if (subject.Kind == AlertKind.Registration && scene.Leadership.ChangedAt is { } changed && alert.Began >= changed - policy.CollapseWindow
            && now < changed + policy.ReregisterTimeout)
        {
            scene.Wave.Add(alert);
            acts.Hold(alert, changed + policy.ReregisterTimeout, $"agents register again after the election of {changed:HH:mm:ss}", now);
            return;
        }

        scene.Wave.Remove(alert);
        if (!scene.Machines.Contains(alert))
        {
            // An overdue machine, or an agent that has not come back, is news from now on.
            alert.GoneSince ??= now - alert.FiredAt > policy.CollapseWindow ? now : alert.FiredAt;
            scene.Machines.Add(alert, alert.GoneSince.Value);
        }

        if (now < alert.FiredAt + policy.Collapse)
        {
            acts.Wait(alert, alert.FiredAt + policy.Collapse + TimeSpan.FromSeconds(1), "other machines of its rack or zone may follow", now);
            return;
        }

        var incident = scene.Incidents.Open(IncidentKind.Machine, $"machine {machine.Host}", $"{machine.Host} is gone, or part of it", now);
        incident.Hosts.Add(machine.Host);
        scene.Incidents.Join(incident, alert, Verdict.Ticket, "one machine: the others carry its load", now);
        DecideMargin(alert, incident, now);
    }

    /// <summary>One master or ZooKeeper fewer is a ticket, as long as one more may fail or it comes back soon.</summary>
    private void DecideMargin(TrackedAlert alert, Incident incident, DateTimeOffset now)
    {
        var (subject, since) = (alert.Subject, alert.FiredAt + policy.MarginPatience);
        if (!scene.Quorums.IsMarginGone(subject))
        {
            return;
        }

        if (now < since)
        {
            alert.Until = since;
            return;
        }

        scene.Incidents.Page(incident, "it has not come back, and one more would be an outage", [alert], now);
    }

    private void DecideDomain(TrackedAlert alert, DateTimeOffset now)
    {
        var subject = alert.Subject;
        if (scene.Incidents.Domains.Find(d => d.Covers(subject.Zone, subject.Rack) || (d.Zone == subject.Zone && d.Rack is not null && subject.Rack is null)) is { } domain)
        {
            scene.Incidents.Join(domain, alert, Verdict.Attached, $"says what '{domain.Cause}' says", now);
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
        else if (now < alert.FiredAt + policy.Collapse)
        {
            acts.Wait(alert, alert.FiredAt + policy.Collapse, "its machines will say more", now);
        }
        else
        {
            var key = subject.Rack is { } rack ? $"rack {rack}" : $"zone {subject.Zone}";
            var incident = scene.Incidents.Open(IncidentKind.Domain, key, $"{key} failed", now);
            (incident.Zone, incident.Rack) = (subject.Zone, subject.Rack);
            acts.Page(incident, alert, $"{subject.Name} fires", now);
        }
    }

    private void DecideClusterEffect(TrackedAlert alert, DateTimeOffset now)
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

    private void DecideOther(TrackedAlert alert, DateTimeOffset now)
    {
        if (alert.Subject.Machine is { } machine && alert.Subject.Kind != AlertKind.Condition)
        {
            if (scene.Incidents.Domains.Find(d => d.Hosts.Contains(machine.Host)) is { } domain)
            {
                scene.Incidents.Join(domain, alert, Verdict.Attached, $"{machine.Host} is part of '{domain.Cause}'", now);
                return;
            }

            if (alert.Subject.Kind == AlertKind.Auxiliary)
            {
                acts.Ticket(alert, "a helper on one machine", now);
                return;
            }

            if (scene.Machines.IsForming(machine.Zone, now))
            {
                acts.Wait(alert, now + TimeSpan.FromSeconds(10), "its zone may have failed", now);
                return;
            }

            if (scene.Machines.Has(machine) || scene.Incidents.Find($"machine {machine.Host}") is not null)
            {
                acts.Ticket(alert, $"{machine.Host} is gone, which is a ticket itself", now);
                return;
            }
        }

        acts.Alone(alert, IncidentKind.Condition, now);
    }

    private Incident? Domain(Machine machine, TrackedAlert alert) => scene.Incidents.Domains.Find(d =>
        d.Hosts.Contains(machine.Host)
        || (d.Covers(machine.Zone, machine.Rack) && alert.Began <= d.GrownAt + policy.CollapseWindow && alert.Began >= d.OpenedAt - policy.CollapseWindow));
}
