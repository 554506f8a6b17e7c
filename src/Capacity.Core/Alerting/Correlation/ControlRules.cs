using Capacity.Core.Alerting.Policies;

namespace Capacity.Core.Alerting.Correlation;

/// <summary>What explains alerts of leaders and quorums, and what follows from their loss.</summary>
internal sealed class ControlRules(Scene scene, Acts acts, AppRules apps, FailureJudge judge)
{
    private readonly AlertPolicy policy = scene.Policy;

    /// <summary>Decides on an alert that follows from a loss that is known; gives <see langword="false"/> for any other.</summary>
    public bool Explain(TrackedAlert alert, DateTimeOffset now)
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

    /// <summary>Decides on an alert that no more of them may fail: a change may have taken one, or one that is gone is an incident already.</summary>
    public void DecideMargin(TrackedAlert alert, DateTimeOffset now)
    {
        // At its deadline the machine itself is decided upon, and says more.
        if (scene.Changes.Windows.Where(w => w.Begin <= now && now < w.Deadline + policy.Settle && IsOfControl(w.Host)).MaxBy(w => w.Deadline) is { } window)
        {
            acts.Hold(alert, window.Deadline + policy.Settle, $"{window.Change} may take {window.Host} until {window.Until}", now);
        }
        else if (alert.Subject.Severity == AlertSeverity.Critical
            && scene.Incidents.All.Where(i => i.IsOpen && i.Hosts.Any(IsOfControl)).OrderByDescending(i => i.PagedAt is not null).FirstOrDefault() is { } incident)
        {
            acts.Page(incident, alert, $"{alert.Subject.Name} fires: one more would be an outage", now);
        }
        else
        {
            acts.Alone(alert, IncidentKind.Condition, now);
        }
    }

    /// <summary>Decides on an alert that says so itself.</summary>
    public void Decide(TrackedAlert alert, DateTimeOffset now)
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
            judge.OpenControl($"{alert.Subject.Name} fires", judge.ControlAlerts(), now);
        }
    }

    private bool IsOfControl(string host) => scene.Topology.Find(host) is { IsControlPlane: true };
}
