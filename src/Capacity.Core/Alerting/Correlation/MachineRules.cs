using Capacity.Core.Alerting.Policies;
using Capacity.Core.Alerting.Subjects;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>What explains a machine that is gone, or what tasks need on it: a failed place, an election, or nothing.</summary>
internal sealed class MachineRules(Scene scene, Acts acts)
{
    private readonly AlertPolicy policy = scene.Policy;

    public void Decide(TrackedAlert alert, DateTimeOffset now)
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

    private Incident? Domain(Machine machine, TrackedAlert alert) => scene.Incidents.Domains.Find(d =>
        d.Hosts.Contains(machine.Host)
        || (d.Covers(machine.Zone, machine.Rack) && alert.Began <= d.GrownAt + policy.CollapseWindow && alert.Began >= d.OpenedAt - policy.CollapseWindow));
}
